import { describe, expect, it } from 'vitest'
import type { Scalapay } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { collect, payouts, startReport } from './report-server.js'

const namesOf = (rows: readonly { merchantPayoutToken?: string }[]) =>
  rows.map((row) => row.merchantPayoutToken).join('')

/** What happens to the rows before the second page is read, or the page of that number. */
interface Shift {
  what: string
  change: (rows: object[]) => void
  /** @default 2 */
  before?: number
  /** The rows in the order in which they are given. */
  given: string
  pages: number[]
}

const shifts: Shift[] = [
  {
    what: 'one row joins in front',
    change: (rows) => rows.unshift(...payouts('x')),
    given: 'ABCDEFGH',
    pages: [0, 1, 2],
  },
  {
    what: 'a whole page of rows joins in front',
    change: (rows) => rows.unshift(...payouts('x', 'y', 'z')),
    given: 'ABCDEFGH',
    pages: [0, 1, 2, 3],
  },
  {
    what: 'more than a page of rows joins in front',
    change: (rows) => rows.unshift(...payouts('w', 'x', 'y', 'z')),
    given: 'ABCDEFGH',
    before: 3,
    pages: [0, 1, 2, 3],
  },
  {
    what: 'one row leaves in front',
    change: (rows) => rows.shift(),
    given: 'ABCDEFGH',
    pages: [0, 1, 0, 2],
  },
  {
    what: 'several rows leave in front',
    change: (rows) => rows.splice(0, 2),
    given: 'ABCDEFGH',
    pages: [0, 1, 0],
  },
  {
    what: 'several rows leave from several pages',
    change: (rows) => {
      rows.splice(4, 1)
      rows.splice(1, 1)
    },
    given: 'ABCDEFGH',
    before: 3,
    pages: [0, 1, 2, 1],
  },
  {
    what: 'more than a page of rows leaves in front',
    change: (rows) => rows.splice(0, 4),
    given: 'ABCDEFGH',
    before: 3,
    pages: [0, 1, 2, 1, 0],
  },
  {
    what: 'one row leaves before the last page is read',
    change: (rows) => rows.shift(),
    given: 'ABCDEFGH',
    before: 3,
    pages: [0, 1, 2, 1],
  },
  {
    what: 'the last page is gone when it is read',
    change: (rows) => rows.splice(0, 2),
    given: 'ABCDEFGH',
    before: 3,
    pages: [0, 1, 2, 1],
  },
  {
    what: 'one row leaves that was to come',
    change: (rows) => rows.splice(6, 1),
    given: 'ABCDEFH',
    pages: [0, 1, 0, 2],
  },
  {
    what: 'one row joins that is yet to come',
    change: (rows) => rows.push(...payouts('x')),
    given: 'ABCDEFGHx',
    pages: [0, 1, 2],
  },
  {
    what: 'one row leaves in front and another joins there',
    change: (rows) => rows.splice(0, 1, ...payouts('x')),
    given: 'ABCDEFGH',
    pages: [0, 1, 2],
  },
]

describe('S51 rows that shift between pages are neither doubled nor lost when', () => {
  it.each(shifts)('$what', async ({ change, before = 2, given, pages }) => {
    const server = await startReport(payouts(...'ABCDEFGH'), (nth, rows) => {
      if (nth === before) change(rows)
    })
    const rows = await collect(clientFor(server.url).reporting.payouts({ size: 3 }))
    expect([...namesOf(rows)].sort().join('')).toBe(given)
    expect(server.pages()).toEqual(pages)
  })

  it('one leaves before every page', async () => {
    const names = [...'ABCDEFGHIJKLMNOP']
    const server = await startReport(payouts(...names), (nth, rows) => {
      if (nth > 1) rows.shift()
    })
    const rows = await collect(clientFor(server.url).reporting.payouts({ size: 4 }))
    expect(namesOf(rows)).toBe(names.join(''))
  })

  it('more than a page of them leaves in front', async () => {
    const server = await startReport(payouts(...'ABCDE'), (nth, rows) => {
      if (nth === 4) rows.splice(0, 3)
    })
    const rows = await collect(clientFor(server.url).reporting.payouts({ size: 1 }))
    expect([...namesOf(rows)].sort().join('')).toBe('ABCDE')
  })

  it('the server forgets about one row after another while pages are read again', async () => {
    const server = await startReport(payouts(...'ABCDEFGH'), (nth, rows) => {
      // The third request reads the first page again.
      if (nth === 2 || nth === 3) rows.shift()
    })
    const rows = await collect(clientFor(server.url).reporting.payouts({ size: 3 }))
    expect([...namesOf(rows)].sort().join('')).toBe('ABCDEFGH')
  })
})

it('rows without a key are passed on once for each page, also when a page is read again', async () => {
  const nameless = (status: string) => ({ merchantPayoutToken: '', status })
  const [a, b, c, d] = payouts('A', 'B', 'C', 'D')
  const rows = [a, nameless('1'), b, c, nameless('2'), d].filter((row) => row !== undefined)
  const server = await startReport(rows, (nth, all) => {
    if (nth === 2) all.shift()
  })
  const given = await collect(clientFor(server.url).reporting.payouts({ size: 3 }))
  expect(server.pages()).toEqual([0, 1, 0])
  expect(given).toEqual([a, nameless('1'), b, c, nameless('2'), d])
})

type Read = (reporting: Scalapay['reporting']) => AsyncIterable<object>

const day = { startDate: '2026-03-28', endDate: '2026-03-29', size: 2 }
const order = { orderTokenLast4: '******62VP', orderCreatedDate: '2022-05-26T15:28:53.000' }

/** Rows of which the second one comes again on the second page, because another one joined in front. */
async function readWithOneJoining(read: Read, rows: object[]): Promise<object[]> {
  const server = await startReport(rows, (nth, all) => {
    if (nth === 2) all.unshift({ new: true })
  })
  return collect(read(clientFor(server.url).reporting))
}

describe('a row is known again by', () => {
  it.each<[string, Read, (n: number) => object]>([
    ['the transfer of an order', (r) => r.orders(day), (n) => ({ transferId: `tr_${n}` })],
    [
      'the reference of an order that is not settled, with its masked token and its time',
      (r) => r.orders(day),
      (n) => ({ ...order, transferId: null, merchantReference: `order-${n}` }),
    ],
    [
      'the time of an order without a reference',
      (r) => r.orders(day),
      (n) => ({ ...order, orderCreatedDate: `2022-05-26T15:28:5${n}.000` }),
    ],
    ['the transfer of a refund', (r) => r.refunds(day), (n) => ({ transferId: `trr_${n}` })],
    ['the token of a payout', (r) => r.payouts(day), (n) => ({ merchantPayoutToken: `P${n}` })],
    [
      'the transfer of an order in a payout',
      (r) => r.payoutOrders('P1', { size: 2 }),
      (n) => ({ transferId: `tr_${n}` }),
    ],
    [
      'the transfer of a refund in a payout',
      (r) => r.payoutRefunds('P1', { size: 2 }),
      (n) => ({ transferId: `trr_${n}` }),
    ],
    ['the token of a dispute', (r) => r.disputes(day), (n) => ({ disputeToken: `D${n}` })],
  ])('%s', async (_what, read, rowOf) => {
    const rows = [1, 2, 3, 4].map(rowOf)
    expect(await readWithOneJoining(read, [...rows])).toEqual(rows)
  })
})

describe('a row is never taken for another', () => {
  it.each<[string, Read, object[]]>([
    [
      'order with the same reference',
      (r) => r.orders(day),
      [1, 2, 3, 4].map((n) => ({ ...order, orderTokenLast4: `******000${n}` })),
    ],
    [
      'part of an order that is captured in parts',
      (r) => r.payoutOrders('P1', { size: 2 }),
      [1, 2, 3, 4].map((n) => ({
        ...order,
        transferId: 'tr_1',
        captureAmount: { amount: `${n}.00`, currency: 'EUR' },
      })),
    ],
    [
      'order of the same transfer',
      (r) => r.orders(day),
      [1, 2, 3, 4].map((n) => ({ transferId: 'tr_1', merchantReference: `order-${n}` })),
    ],
    [
      'part of an order that is captured in parts and not settled yet',
      (r) => r.orders(day),
      new Array(4).fill({ ...order, transferId: null, captureStatus: 'delayed' }),
    ],
    [
      'row without a key',
      (r) => r.orders(day),
      new Array(4).fill({ merchantReference: 'order-1' }),
    ],
    [
      'refund that names only the transfer of its order',
      (r) => r.refunds(day),
      new Array(4).fill({ ...order, transferId: 'tr_1' }),
    ],
    [
      'refund without a transfer',
      (r) => r.payoutRefunds('P1', { size: 2 }),
      new Array(4).fill({ merchantReference: 'order-1', transferId: null }),
    ],
  ])('%s', async (_what, read, rows) => {
    const server = await startReport([...rows])
    expect(await collect(read(clientFor(server.url).reporting))).toEqual(rows)
  })

  it('row of the same page', async () => {
    const twins = payouts('A', 'A', 'B')
    const server = await startReport([...twins])
    expect(await collect(clientFor(server.url).reporting.payouts({ size: 2 }))).toEqual(twins)
  })
})

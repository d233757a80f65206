import { describe, expect, it } from 'vitest'
import { orderKey, refundKey } from '../../src/resources/row-keys.js'
import { clientFor } from '../support/clients.js'
import { json, startScript } from '../support/scripted-server.js'
import { collect } from './report-server.js'

const period = { startDate: '2026-01-01', endDate: '2026-01-01' }

describe.each(['orders', 'refunds'] as const)('a row of the report of %s', (report) => {
  it.each([
    ['a transfer', { transferId: 5 }],
    ['a status', { transferId: 'trr_1', captureStatus: 7 }],
    ['a token', { transferId: 'trr_1', orderTokenLast4: 1234 }],
    ['an amount', { transferId: 'trr_1', captureAmount: 7, refundAmount: 7 }],
    ['nothing', {}],
  ])('is given as it came when %s is not text', async (_what, row) => {
    const envelope = { items: [row, row], total: 2, page: 0, size: 2, hasMore: false }
    const server = await startScript(json(200, envelope))
    const rows = clientFor(server.url).reporting[report](period)
    expect(await collect<unknown>(rows)).toEqual([row, row])
  })
})

it.each([
  [{ transferId: 5 }, '[5,null,null,null,null]'],
  [{ transferId: 5, captureStatus: 'Delayed' }, '[5,null,null,null,null]'],
  [{ captureStatus: 7, orderTokenLast4: 'a', orderCreatedDate: 'b' }, '[null,"a","b",null,null]'],
  [{ captureStatus: 'Delayed', orderTokenLast4: 'a', orderCreatedDate: 'b' }, undefined],
])('the order %j has the key %s', (row, key) => {
  expect(orderKey(row as object)).toBe(key)
})

it.each([
  [{ transferId: 5 }, undefined],
  [{ transferId: null }, undefined],
  [{ transferId: 'tr_1' }, undefined],
  [{ transferId: 'trr_1' }, '["trr_1",null,null,null]'],
])('the refund %j has the key %s', (row, key) => {
  expect(refundKey(row as object)).toBe(key)
})

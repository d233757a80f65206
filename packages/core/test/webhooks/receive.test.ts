import { describe, expect, it } from 'vitest'
import { retryLater, type WebhookHandlers, type WebhookReport } from '../../src/webhooks.js'
import { bodyOf, delivery, minutes, NOW, receiver, type Setup } from './deliveries.js'

const received = { status: 200, body: { received: true } }
const refused = (status: number, reason: string) => ({ status, body: { received: false, reason } })

const statusesOf = ({ events }: Setup) => events.map(({ status }) => status)

describe('a receiver', () => {
  it.each(['created', 'authorized', 'charged', 'refunded', 'expired'] as const)(
    'gives %s to its handler and to that of every event, and answers exactly 200',
    async (status) => {
      const seen: string[] = []
      const on: WebhookHandlers = {
        [status]: () => seen.push(status),
        unknown: () => seen.push('unknown'),
        '*': () => seen.push('every'),
      }
      const { receive } = receiver({ on })
      expect(await receive(await delivery(bodyOf(status)))).toEqual(received)
      expect(seen).toEqual([status, 'every'])
    },
  )

  it('S36 unknown status: acknowledges one that this version does not know, and remembers that it came', async () => {
    const seen: string[] = []
    const on: WebhookHandlers = { unknown: ({ status }) => seen.push(status) }
    const { receive, reports } = receiver({ on })
    const disputed = await delivery(bodyOf('Disputed'))
    expect(await receive(disputed)).toEqual(received)
    expect(await receive(disputed)).toEqual(received)
    expect(seen).toEqual(['disputed'])
    expect(reports.map(({ reason }) => reason)).toEqual(['handled', 'duplicate'])
  })

  it('acknowledges an event that nobody handles, and says so in its report', async () => {
    const { receive, reports } = receiver({ on: { charged: () => undefined } })
    expect(await receive(await delivery(bodyOf('expired')))).toEqual(received)
    expect(reports).toMatchObject([{ status: 200, reason: 'no-handler' }])
  })

  it('S30 out of order: takes events in any order', async () => {
    const setup = receiver()
    for (const status of ['charged', 'authorized', 'expired', 'refunded', 'created']) {
      expect(await setup.receive(await delivery(bodyOf(status)))).toEqual(received)
    }
    expect(statusesOf(setup)).toEqual(['charged', 'authorized', 'expired', 'refunded', 'created'])
  })

  it('S29 duplicate: has one effect for five deliveries at once, and answers all with 200', async () => {
    const { receive, events, reports } = receiver()
    const same = await delivery()
    const replies = await Promise.all(Array.from({ length: 5 }, () => receive(same)))
    expect(replies).toEqual(new Array(5).fill(received))
    expect(events).toHaveLength(1)
    expect(reports.map(({ reason }) => reason)).toEqual([
      'handled',
      ...new Array(4).fill('duplicate'),
    ])
  })

  it('has one effect for a delivery and its retry that was signed anew', async () => {
    const { receive, events } = receiver()
    for (const timestamp of [NOW - minutes(2), NOW - minutes(1), NOW]) {
      expect(await receive(await delivery(bodyOf('charged'), { timestamp }))).toEqual(received)
    }
    expect(events).toHaveLength(1)
  })

  it('S34 replay attack: refuses a replay after its time, and drops one within it', async () => {
    const { receive, events, clock } = receiver({ toleranceMs: { past: minutes(5) } })
    const captured = await delivery()
    expect(await receive(captured)).toEqual(received)
    clock.advance(minutes(5))
    expect(await receive(captured)).toEqual(received)
    clock.advance(minutes(5))
    expect(await receive(captured)).toEqual(refused(401, 'stale'))
    expect(events).toHaveLength(1)
  })

  it('S31 two partial refunds: hands on both, and each of them once', async () => {
    const { receive, events } = receiver()
    const first = await delivery(bodyOf('refunded'), { timestamp: NOW - 2 })
    const second = await delivery(bodyOf('refunded'), { timestamp: NOW - 1 })
    for (const refund of [first, second, first, second]) {
      expect(await receive(refund)).toEqual(received)
    }
    expect(events.map(({ signedAt }) => signedAt)).toEqual([NOW - 2, NOW - 1])
    expect(events.map(({ possiblyRepeated }) => possiblyRepeated)).toEqual([true, true])
  })

  it('S31 two partial refunds: hands on one that is signed anew again, rather than lose one', async () => {
    const { receive, events } = receiver()
    await receive(await delivery(bodyOf('refunded'), { timestamp: NOW - 1 }))
    await receive(await delivery(bodyOf('refunded'), { timestamp: NOW }))
    expect(events).toHaveLength(2)
  })
})

describe('a refusal', () => {
  const forged = { apiKey: 'another key' }
  const signed = delivery()
  const withHeaders = async (headers: Record<string, string>) => ({ ...(await signed), headers })

  it.each<[number, string, () => Promise<unknown>]>([
    [400, 'empty-body', async () => ({ ...(await signed), rawBody: '' })],
    [400, 'missing-timestamp', () => withHeaders({ 'x-scalapay-hmac-v1': '0'.repeat(64) })],
    [400, 'malformed-header', () => withHeaders({ 'x-scalapay-hmac-v1': 'none' })],
    [400, 'malformed-body', () => delivery('{}')],
    [401, 'missing-signature', () => withHeaders({})],
    [401, 'bad-signature', () => delivery(bodyOf('charged'), forged)],
    [401, 'stale', () => delivery(bodyOf('charged'), { timestamp: 0 })],
    [401, 'from-the-future', () => delivery(bodyOf('charged'), { timestamp: NOW + minutes(6) })],
    [413, 'body-too-large', async () => ({ ...(await signed), rawBody: Buffer.alloc(2 ** 21) })],
    [500, 'body-already-parsed', async () => ({ ...(await signed), rawBody: {} })],
    [500, 'failed', async () => undefined],
  ])('is answered with %i for %s, and told to onReport alone', async (status, reason, make) => {
    const { receive, reports, events } = receiver()
    expect(await receive((await make()) as never)).toEqual(refused(status, reason))
    const level = status === 500 ? 'error' : 'warn'
    expect(reports).toEqual([{ status, reason, level, isLate: false, error: expect.any(Error) }])
    expect(events).toEqual([])
  })
})

describe('a report', () => {
  const throwing = [
    () => {
      throw new Error('the log is full')
    },
    async () => Promise.reject(new Error('the log is full')),
  ]

  it('S35 key rotation: names the event and the key that had signed it', async () => {
    const { receive, reports } = receiver({ apiKeys: ['new key', 'old key'] })
    await receive(await delivery(bodyOf('charged'), { apiKey: 'old key' }))
    expect(reports).toEqual<WebhookReport[]>([
      {
        status: 200,
        reason: 'handled',
        level: 'info',
        isLate: false,
        event: { id: expect.stringMatching(/^[0-9a-f]{64}$/), status: 'charged' },
        keyIndex: 1,
      },
    ])
  })

  it.each(throwing)('that fails does not change the answer', async (onReport) => {
    const { receive } = receiver({ onReport })
    expect(await receive(await delivery())).toEqual(received)
    expect(await receive(await delivery('{}'))).toEqual(refused(400, 'malformed-body'))
  })

  it('that fails does not change the answer to a failure', async () => {
    const on = { charged: () => Promise.reject(retryLater('not yet')) }
    const { receive } = receiver({ on, onReport: throwing[0] })
    expect(await receive(await delivery())).toEqual(refused(503, 'retry-later'))
  })
})

describe('two receivers', () => {
  it('S54 two merchants: share nothing', async () => {
    const a = receiver({ apiKeys: 'key of A' })
    const b = receiver({ apiKeys: 'key of B' })
    const forA = await delivery(bodyOf('charged'), { apiKey: 'key of A' })
    const forB = await delivery(bodyOf('charged'), { apiKey: 'key of B' })
    const replies = await Promise.all([
      a.receive(forA),
      b.receive(forB),
      a.receive(forB),
      b.receive(forA),
    ])
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 401, 401])
    expect([statusesOf(a), statusesOf(b)]).toEqual([['charged'], ['charged']])
    const reasons = (receiver: typeof a) => receiver.reports.map(({ reason }) => reason).sort()
    expect(reasons(a)).toEqual(['bad-signature', 'handled'])
    expect(reasons(b)).toEqual(['bad-signature', 'handled'])
  })
})

it('a handler learns which key had signed, as one of several merchants', async () => {
  const told: number[] = []
  const on = {
    charged: (_event: unknown, { keyIndex }: { keyIndex: number }) => told.push(keyIndex),
  }
  const { receive } = receiver({ apiKeys: ['key of A', 'key of B'], on })
  await receive(await delivery(bodyOf('charged'), { apiKey: 'key of B' }))
  expect(told).toEqual([1])
})

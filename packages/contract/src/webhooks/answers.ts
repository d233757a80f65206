import { describe, expect, it } from 'vitest'
import type { BootWebhooks } from './boot.js'
import { bodyOf, type HeaderLine, KEY, PATH, RECEIVED, recorder, startHarness } from './harness.js'

const DAY_MS = 24 * 60 * 60_000
const SIGNATURE = 'x-scalapay-hmac-v1'
const TIMESTAMP = 'x-scalapay-timestamp'

const refused = (status: number, reason: string) => ({ status, body: { received: false, reason } })

/**
 * What is answered to a single delivery, and over which bytes the signature goes.
 *
 * @param parsesFirst whether the framework refuses what is no JSON before the route gets it
 */
export function describeAnswers(boot: BootWebhooks, parsesFirst: boolean): void {
  describe('a genuine delivery', () => {
    it.each(['created', 'authorized', 'charged', 'refunded', 'expired'])(
      'of status %s reaches its handler and is answered with exactly 200 (S39)',
      async (status) => {
        const seen: string[] = []
        const note = (event: { status: string }) => void seen.push(event.status)
        const { deliver } = await startHarness(boot, { on: { [status]: note } })
        expect(await deliver(status)).toEqual(RECEIVED)
        expect(seen).toEqual([status])
      },
    )

    it('is answered with 200 when no handler is there for its status', async () => {
      const { deliver } = await startHarness(boot, { on: { expired: () => undefined } })
      expect(await deliver('charged')).toEqual(RECEIVED)
    })

    it('of a status that is not known yet is answered with 200 and reaches on.unknown (S36)', async () => {
      const seen: string[] = []
      const unknown = (event: { status: string }) => void seen.push(event.status)
      const { deliver } = await startHarness(boot, { on: { unknown } })
      expect(await deliver(bodyOf('disputed', 'T1'))).toEqual(RECEIVED)
      expect(seen).toEqual(['disputed'])
    })

    it.each<[string, (lines: readonly HeaderLine[]) => readonly HeaderLine[]]>([
      ['header names in upper case', (lines) => lines.map(([n, v]) => [n.toUpperCase(), v])],
      [
        'a charset in its content type',
        (lines) => lines.map(([n, v]) => [n, n === 'content-type' ? `${v}; charset=utf-8` : v]),
      ],
    ])('with %s is taken (S40)', async (_what, headers) => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      expect(await deliver('charged', { headers })).toEqual(RECEIVED)
      expect(events).toHaveLength(1)
    })

    it.each([
      ['a trailing zero', '{"totalAmount":40.70,"status":"charged","orderToken":"T1"}'],
      ['white space', '{ "status" : "charged",\n"orderToken":"T1" }\n'],
      ['letters of several bytes', '{"status":"charged","orderToken":"T1","note":"però €"}'],
    ])('is verified over its very bytes, here with %s (S32)', async (_what, body) => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      expect(await deliver(body)).toEqual(RECEIVED)
      expect(events.map(({ payload }) => payload)).toEqual([JSON.parse(body)])
    })

    it('with keys named __proto__ is taken without harm (S41)', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      const body = '{"status":"charged","orderToken":"T1","__proto__":{"polluted":true}}'
      expect(await deliver(body)).toEqual(RECEIVED)
      expect({ ...events[0]?.payload }).not.toHaveProperty('polluted')
      expect({}).not.toHaveProperty('polluted')
    })
  })

  describe('a delivery', () => {
    it.each([
      ['signed with another key', 401, 'bad-signature', { apiKey: 'another-key' }],
      ['written again as 40.70 (S32)', 401, 'bad-signature', { replaceBody: written('40.70') }],
      ['signed four days ago (S34)', 401, 'stale', { timestamp: Date.now() - 4 * DAY_MS }],
      ['signed tomorrow (S27)', 401, 'from-the-future', { timestamp: Date.now() + DAY_MS }],
      ['without its signature', 401, 'missing-signature', { headers: without(SIGNATURE) }],
      ['without its timestamp', 400, 'missing-timestamp', { headers: without(TIMESTAMP) }],
      ['with its signature twice (S40)', 400, 'malformed-header', { headers: twice(SIGNATURE) }],
      ['with its timestamp twice (S40)', 400, 'malformed-header', { headers: twice(TIMESTAMP) }],
    ] as const)('%s is answered with %i %s', async (_what, status, reason, options) => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      expect(await deliver(written('40.7'), options)).toEqual(refused(status, reason))
      expect(events).toEqual([])
    })

    it.each([
      ['text', 'paid'],
      ['half an object', '{"status":"charged"'],
      ['a list', '[]'],
      ['an object without a token', '{"status":"charged"}'],
      ['bytes that are not UTF-8 (S41)', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ])('that is rightly signed but holds %s is answered with 400', async (_what, body) => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      const refusal = refused(400, 'malformed-body')
      expect(await deliver(body)).toMatchObject(parsesFirst ? { status: 400 } : refusal)
      expect(events).toEqual([])
    })

    it('without a body is answered with 400', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      expect(await deliver('charged', { replaceBody: '' })).toMatchObject({ status: 400 })
      expect(events).toEqual([])
    })

    it('above maxBodyBytes is answered with 413, and the next one is taken', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on, maxBodyBytes: 4_000 })
      const large = bodyOf('charged', 'T'.repeat(4_000))
      expect(await deliver(large)).toMatchObject({ status: 413 })
      expect(await deliver('charged')).toEqual(RECEIVED)
      expect(events).toHaveLength(1)
    })

    it('of five megabytes is not read to its end, and the next one is taken (S41)', async () => {
      const { on, events } = recorder()
      const { deliver } = await startHarness(boot, { on })
      const giant = bodyOf('charged', 'T'.repeat(5_000_000))
      // What matters is that it is refused: the connection may end before the answer can be read.
      const outcome = await deliver(giant).catch(() => ({ status: 'cut off' }))
      expect([413, 'cut off']).toContain(outcome.status)
      expect(await deliver('charged')).toEqual(RECEIVED)
      expect(events).toHaveLength(1)
    })
  })

  describe('an answer', () => {
    it('is JSON', async () => {
      const { send } = await startHarness(boot, { on: recorder().on })
      const { headers, text } = await send({ path: PATH, headers: [JSON_TYPE], body: '{}' })
      expect(headers['content-type']).toMatch(/^application\/json/)
      expect(JSON.parse(text)).toMatchObject({ received: false })
    })

    it('tells nothing about what went wrong inside', async () => {
      const charged = () => {
        throw new Error(`database down at /srv/shop, key ${KEY}`)
      }
      const { deliver } = await startHarness(boot, { on: { charged } })
      const answers = JSON.stringify([
        await deliver('charged'),
        await deliver('{"broken":1}'),
        await deliver('charged', { apiKey: 'another-key' }),
      ])
      expect(answers).not.toMatch(/\/srv\/shop|database|stack|node_modules| at |\.[jt]s\b/)
      expect(answers).not.toContain(KEY)
    })
  })

  it('a route of the application itself still gets parsed JSON', async () => {
    const { send } = await startHarness(boot, { on: recorder().on })
    const body = '{ "amount": 40.70 }'
    const { status, text } = await send({ path: '/echo', headers: [JSON_TYPE], body })
    expect([status, JSON.parse(text)]).toEqual([200, { echo: { amount: 40.7 } }])
  })
}

const JSON_TYPE: HeaderLine = ['content-type', 'application/json']

function written(amount: string): string {
  return `{"totalAmount":${amount},"status":"charged","orderToken":"T1"}`
}

function without(name: string) {
  return (lines: readonly HeaderLine[]) => lines.filter(([header]) => header !== name)
}

function twice(name: string) {
  return (lines: readonly HeaderLine[]) => [...lines, ...lines.filter(([n]) => n === name)]
}

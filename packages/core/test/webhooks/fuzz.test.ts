import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOf, delivery, NOW, receiver } from './deliveries.js'

const NAMES = [
  'x-scalapay-hmac-v1',
  'x-scalapay-timestamp',
  'X-SCALAPAY-HMAC-V1',
  'get',
  '__proto__',
]

const digest = fc.string({
  unit: fc.constantFrom(...'0123456789abcdefABCDEF'),
  minLength: 64,
  maxLength: 64,
})
const value = fc.oneof(
  digest,
  fc.constant(String(NOW)),
  fc.string(),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constant(undefined),
  fc.anything(),
)
const headers = fc.oneof(
  fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), value),
  fc.record({ 'x-scalapay-hmac-v1': digest, 'x-scalapay-timestamp': fc.constant(String(NOW)) }),
  fc.anything(),
)
const rawBody = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.string({ unit: 'binary' }),
  fc.json(),
  fc.constant(bodyOf('charged')),
  fc.anything(),
)

const REFUSALS = [400, 401, 413, 500]

describe('receive', () => {
  it('never throws, and never accepts what was not signed', async () => {
    const setup = receiver()
    await fc.assert(
      fc.asyncProperty(rawBody, headers, async (body, given) => {
        const reply = await setup.receive({ rawBody: body, headers: given } as never)
        expect(REFUSALS).toContain(reply.status)
        expect(reply.body).toEqual({ received: false, reason: expect.any(String) })
      }),
      { numRuns: 2_000 },
    )
    expect(setup.events).toEqual([])
  })

  it('never accepts a signed body of which one byte or digit was changed', async () => {
    const signed = await delivery()
    const bytes = Buffer.from(signed.rawBody as string)
    const setup = receiver()
    const flip = fc.record({ at: fc.nat(bytes.length - 1), bit: fc.nat(7) })
    await fc.assert(
      fc.asyncProperty(flip, async ({ at, bit }) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        const reply = await setup.receive({ ...signed, rawBody: changed })
        expect(reply).toEqual({ status: 401, body: { received: false, reason: 'bad-signature' } })
      }),
    )
    await fc.assert(
      fc.asyncProperty(fc.nat(63), fc.nat(14), async (at, by) => {
        const digits = [...(signed.headers['x-scalapay-hmac-v1'] ?? '')]
        digits[at] = ((Number.parseInt(digits[at] ?? '0', 16) + by + 1) % 16).toString(16)
        const changed = { ...signed.headers, 'x-scalapay-hmac-v1': digits.join('') }
        expect((await setup.receive({ ...signed, headers: changed })).status).toBe(401)
      }),
    )
    expect(setup.events).toEqual([])
  })

  it('takes any signed object with a status and a token, or refuses it as malformed', async () => {
    const setup = receiver()
    const parts = {
      status: fc.jsonValue(),
      orderToken: fc.jsonValue(),
      totalAmount: fc.jsonValue(),
    }
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record(parts),
      fc.record({ ...parts, status: fc.string(), orderToken: fc.string() }),
    )
    await fc.assert(
      fc.asyncProperty(body, async (payload) => {
        const { status, orderToken } = { ...(payload as Record<string, unknown> | null) }
        const isEvent = [status, orderToken].every(
          (part) => typeof part === 'string' && part !== '',
        )
        const reply = await setup.receive(await delivery(JSON.stringify(payload)))
        expect(reply.status).toBe(isEvent ? 200 : 400)
      }),
      { numRuns: 500 },
    )
  })
})

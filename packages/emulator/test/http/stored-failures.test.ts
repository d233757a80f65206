import { expect, it } from 'vitest'
import { type CallOptions, eur, runEmulator, type TestEmulator } from '../support/emulator.js'

const REPLAYED = 'request-idempotency'

/** A call that fails once, and is repeated with the same key when it could succeed. */
const failures: Record<string, (emulator: TestEmulator, again: boolean) => Promise<unknown[]>> = {
  async refused(emulator, again) {
    const token = again ? onlyToken(emulator) : await emulator.created()
    if (again) emulator.control.approve(token)
    return answerTo(emulator, '/v2/payments/capture', { token })
  },
  async invalid(emulator, again) {
    const token = again ? onlyToken(emulator) : await emulator.captured()
    const body = again ? { refundAmount: eur('10.00') } : { refundAmount: eur('') }
    return answerTo(emulator, `/v2/payments/${token}/refund`, body)
  },
  async 'server-error'(emulator, again) {
    const token = again ? onlyToken(emulator) : await emulator.approved()
    const options = again ? {} : { fault: 'error-500' }
    return answerTo(emulator, '/v2/payments/capture', { token }, options)
  },
  async 'server-error after the work'(emulator, again) {
    const token = again ? onlyToken(emulator) : await emulator.approved()
    const options = again ? {} : { fault: 'error-500=after' }
    return answerTo(emulator, '/v2/payments/capture', { token }, options)
  },
}

const onlyToken = (emulator: TestEmulator) => emulator.control.orders()[0]?.token ?? ''

async function answerTo(
  emulator: TestEmulator,
  path: string,
  body: object,
  options: CallOptions = {},
) {
  const answer = await emulator.post(path, body, { ...options, idempotencyKey: 'k' })
  return [answer.status, answer.headers.get(REPLAYED)]
}

it.each([
  ['refused', ['refused'], [400, 'true']],
  ['refused', true, [400, 'true']],
  ['refused', ['invalid', 'server-error'], [200, null]],
  ['refused', false, [200, null]],
  ['invalid', ['invalid'], [400, 'true']],
  ['invalid', ['refused', 'server-error'], [200, null]],
  ['server-error', ['server-error'], [500, 'true']],
  ['server-error', ['refused', 'invalid'], [200, null]],
  ['server-error after the work', ['server-error'], [500, 'true']],
  ['server-error after the work', false, [200, 'true']],
] as const)('replays a call that failed (%s) when %j is kept', async (kind, kept, expected) => {
  const idempotency = { storeFailures: kept }
  const emulator = await runEmulator({ idempotency })
  const [status] = (await failures[kind]?.(emulator, false)) ?? []
  expect(status).toBeGreaterThanOrEqual(400)
  expect(await failures[kind]?.(emulator, true)).toEqual(expected)
})

it('keeps the success of the first call when a replay of it breaks down', async () => {
  const emulator = await runEmulator({ idempotency: { storeFailures: true } })
  const token = await emulator.approved()
  const capture = (fault?: string) =>
    answerTo(emulator, '/v2/payments/capture', { token }, fault === undefined ? {} : { fault })
  expect(await capture()).toEqual([200, null])
  expect(await capture('error-500')).toEqual([500, null])
  expect(await capture('error-500=after')).toEqual([500, null])
  expect(await capture()).toEqual([200, 'true'])
})

it.each(['html-502', 'gateway-message', 'rate-limit-429'])(
  'never keeps %s, which is an answer of the gateway',
  async (fault) => {
    const emulator = await runEmulator({ idempotency: { storeFailures: true } })
    const token = await emulator.approved()
    await answerTo(emulator, '/v2/payments/capture', { token }, { fault })
    expect(await answerTo(emulator, '/v2/payments/capture', { token })).toEqual([200, null])
  },
)

import { expect, it } from 'vitest'
import { runEmulator, START, type TestEmulator } from '../support/emulator.js'

/** Approves over HTTP with the given body. */
async function approve(emulator: TestEmulator, token: string, body: object) {
  const response = await fetch(`${emulator.url}/_emulator/orders/${token}/approve`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const read = async (emulator: TestEmulator, token: string) =>
  (await emulator.get(`/v2/payments/${token}`)).json()

it('authorises a declined order after all when forced, so that it can be captured', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  emulator.control.decline(token)
  await emulator.control.clock.advance(7_000)
  const answer = await approve(emulator, token, { force: true })
  expect(answer).toEqual({
    status: 200,
    body: {
      redirectUrl: `https://portal.integration.scalapay.com/success-url?orderToken=${token}&status=SUCCESS`,
    },
  })
  const order = await read(emulator, token)
  expect(order).toMatchObject({ status: 'authorized', captureStatus: 'pending' })
  expect(order).not.toHaveProperty('lastEligibilityFeedback')
  expect(emulator.control.order(token).history).toMatchObject([
    { event: 'created', at: START },
    { event: 'declined', at: START },
    { event: 'approved', at: '2026-01-01T09:00:07.000Z' },
  ])
  expect((await emulator.post('/v2/payments/capture', { token })).status).toBe(200)
})

it('lets an order that was authorised after a decline expire by its own clock', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  emulator.control.decline(token)
  emulator.control.approve(token, { force: true })
  await emulator.control.clock.advance(2_400_000)
  expect((await read(emulator, token)).status).toBe('expired')
})

it('needs force to authorise a declined order', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  emulator.control.decline(token)
  for (const body of [{}, { force: false }]) {
    expect((await approve(emulator, token, body)).status).toBe(409)
  }
  expect((await approve(emulator, token, { force: 'true' })).status).toBe(400)
  expect((await read(emulator, token)).status).toBe('expired')
})

it.each([
  ['completed', (emulator: TestEmulator) => emulator.captured()],
  [
    'expired',
    async (emulator: TestEmulator) => {
      const token = await emulator.created()
      await emulator.control.clock.advance(2_400_000)
      return token
    },
  ],
  [
    'declined and then expired',
    async (emulator: TestEmulator) => {
      const token = await emulator.created()
      emulator.control.decline(token)
      await emulator.control.clock.advance(2_400_000)
      return token
    },
  ],
])('forces nothing on an order that is %s', async (_case, prepare) => {
  const emulator = await runEmulator()
  const token = await prepare(emulator)
  const before = emulator.control.order(token)
  expect((await approve(emulator, token, { force: true })).status).toBe(409)
  expect(emulator.control.order(token)).toEqual(before)
})

it('approves an open order by force as without', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  emulator.control.approve(token, { force: true })
  expect((await read(emulator, token)).status).toBe('authorized')
})

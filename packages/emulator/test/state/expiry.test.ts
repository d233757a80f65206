import { expect, it } from 'vitest'
import { captureDelayed, delayed } from '../support/delayed.js'
import { runEmulator } from '../support/emulator.js'

const MINUTE = 60_000
const DAY = 86_400_000

it('expires an order that nobody authorises after 40 minutes, to the millisecond', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const read = async () => (await emulator.get(`/v2/payments/${token}`)).json()
  await emulator.control.clock.advance(40 * MINUTE - 1)
  expect(await read()).toMatchObject({ status: 'created', captureStatus: 'pending' })
  await emulator.control.clock.advance(1)
  expect(await read()).toMatchObject({ status: 'expired', captureStatus: 'pending' })
  expect(emulator.control.order(token).history.at(-1)).toEqual({
    at: '2026-01-01T09:40:00.000Z',
    event: 'expired',
  })
})

it('expires an authorised order by the same clock', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created({ orderExpiryMilliseconds: 1_000 })
  await emulator.control.clock.advance(900)
  emulator.control.approve(token)
  await emulator.control.clock.advance(100)
  expect(emulator.control.order(token)).toMatchObject({
    status: 'expired',
    captureStatus: 'pending',
  })
})

it.each([
  ['not delayed', false, 40 * MINUTE, '2026-01-01T09:40:00.000Z'],
  ['delayed', true, 5 * DAY, '2026-01-06T09:00:00.000Z'],
])('releases what was authorised when an order that is %s expires', async (...row) => {
  const [, isDelayed, lifeMs, at] = row
  const emulator = await runEmulator()
  const orderToken = isDelayed ? await delayed(emulator) : await emulator.approved()
  await emulator.control.clock.advance(lifeMs - 1)
  expect(emulator.control.ledger()).toEqual([])
  await emulator.control.clock.advance(1)
  expect(emulator.control.ledger()).toEqual([
    { kind: 'void', orderToken, amountInCents: 19_000, at },
  ])
})

it('releases only what is open when a part is captured', async () => {
  const emulator = await runEmulator()
  const token = await delayed(emulator)
  await captureDelayed(emulator, token, '40.00')
  await emulator.control.clock.advance(5 * DAY)
  expect(emulator.control.ledger().map((entry) => [entry.kind, entry.amountInCents])).toEqual([
    ['capture', 4_000],
    ['void', 15_000],
  ])
})

it.each(['let the time pass', 'decline'])(
  'releases nothing of an order that nobody authorised: %s',
  async (end) => {
    const emulator = await runEmulator()
    const token = await emulator.created()
    if (end === 'decline') emulator.control.decline(token)
    await emulator.control.clock.advance(40 * MINUTE)
    expect(emulator.control.order(token).status).toBe('expired')
    expect(emulator.control.ledger()).toEqual([])
  },
)

it('keeps a delayed order until its authorisation ends, which voids it', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/delay`)
  await emulator.control.clock.advance(5 * DAY - 1)
  expect(emulator.control.order(token).status).toBe('authorized')
  await emulator.control.clock.advance(1)
  expect(emulator.control.order(token)).toMatchObject({
    status: 'expired',
    captureStatus: 'voided',
  })
})

it('ends a delayed order early when its own window is shorter than the order', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/delay`, { authorizationExpiryMilliseconds: MINUTE })
  await emulator.control.clock.advance(MINUTE)
  expect(emulator.control.order(token).status).toBe('expired')
})

it('never expires a captured order', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  await emulator.control.clock.advance(400 * DAY)
  expect(emulator.control.order(token).status).toBe('charged')
})

it('expires orders in the order of time', async () => {
  const emulator = await runEmulator()
  const late = await emulator.created({ orderExpiryMilliseconds: 2_000 })
  const early = await emulator.created({ orderExpiryMilliseconds: 1_000 })
  await emulator.control.clock.advance(5_000)
  const endOf = (token: string) => emulator.control.order(token).history.at(-1)?.at
  expect([endOf(early), endOf(late)]).toEqual([
    '2026-01-01T09:00:01.000Z',
    '2026-01-01T09:00:02.000Z',
  ])
})

it('moves a real clock ahead', async () => {
  const emulator = await runEmulator({ clock: 'real' })
  const token = await emulator.created()
  await emulator.control.clock.advance(40 * MINUTE)
  expect((await emulator.get(`/v2/payments/${token}`)).json().status).toBe('expired')
})

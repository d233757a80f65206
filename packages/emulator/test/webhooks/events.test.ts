import { expect, it } from 'vitest'
import { callDelayed, captureDelayed, delayed } from '../support/delayed.js'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'
import { runReceiver } from '../support/receiver.js'

const MINUTE = 60_000
const DAY = 1_440 * MINUTE

const everyTrigger = {
  capturedInPart: 'captured-in-part',
  delayed: 'delayed',
  voided: 'voided',
  declined: 'declined',
  cancelled: 'cancelled',
  expiredBeforeApproval: 'expired-before-approval',
}

type Story = (emulator: TestEmulator) => Promise<unknown>

const refund = (emulator: TestEmulator, token: string, amount: string) =>
  emulator.post(`/v2/payments/${token}/refund`, { refundAmount: eur(amount) })

const stories: [string, Story, documented: string[], all: string[]][] = [
  ['is captured', (emulator) => emulator.captured(), ['authorized', 'charged'], []],
  [
    'is refunded in two parts',
    async (emulator) => {
      const token = await emulator.captured()
      await refund(emulator, token, '90.00')
      await refund(emulator, token, '100.00')
    },
    ['authorized', 'charged', 'refunded', 'refunded'],
    [],
  ],
  [
    'is approved and never captured',
    async (emulator) => {
      await emulator.approved()
      await emulator.control.clock.advance(40 * MINUTE)
    },
    ['authorized', 'expired'],
    [],
  ],
  [
    'is delayed and never captured',
    async (emulator) => {
      await delayed(emulator)
      await emulator.control.clock.advance(5 * DAY)
    },
    ['authorized', 'expired'],
    ['authorized', 'delayed', 'expired'],
  ],
  [
    'is never approved',
    async (emulator) => {
      await emulator.created()
      await emulator.control.clock.advance(40 * MINUTE)
    },
    [],
    ['expired-before-approval'],
  ],
  [
    'is declined',
    async (emulator) => emulator.control.decline(await emulator.created()),
    [],
    ['declined'],
  ],
  [
    'is left',
    async (emulator) => emulator.control.cancel(await emulator.created()),
    [],
    ['cancelled'],
  ],
  [
    'is voided',
    async (emulator) => emulator.post(`/v2/payments/${await emulator.approved()}/void`),
    ['authorized'],
    ['authorized', 'voided'],
  ],
  [
    'gets another reference',
    async (emulator) =>
      emulator.post(`/v2/orders/${await emulator.created()}`, { merchantReference: 'b' }),
    [],
    [],
  ],
  [
    'is captured in two parts',
    async (emulator) => {
      const token = await delayed(emulator)
      await captureDelayed(emulator, token, '100.00')
      await captureDelayed(emulator, token, '90.00')
    },
    ['authorized', 'charged'],
    ['authorized', 'delayed', 'captured-in-part', 'charged'],
  ],
  [
    'is captured in part and closed',
    async (emulator) => {
      const token = await delayed(emulator)
      await captureDelayed(emulator, token, '100.00')
      await callDelayed(emulator, token, 'void')
    },
    ['authorized', 'charged'],
    ['authorized', 'delayed', 'captured-in-part', 'charged'],
  ],
  [
    'is lowered before it is captured',
    async (emulator) => {
      const token = await delayed(emulator)
      await callDelayed(emulator, token, 'refund', { refundAmount: eur('90.00') })
      await captureDelayed(emulator, token, '100.00')
    },
    ['authorized', 'charged'],
    ['authorized', 'delayed', 'charged'],
  ],
]

it.each(
  stories.flatMap(([name, story, documented, all]) => [
    { name, which: 'the documented events', story, events: {}, told: documented },
    {
      name,
      which: 'every event',
      story,
      events: everyTrigger,
      told: all.length > 0 ? all : documented,
    },
  ]),
)('tells $which of an order that $name', async ({ story, events, told }) => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks: { events } })
  await story(emulator)
  await emulator.control.webhooks.settled()
  expect(receiver.events()).toEqual(['created', ...told])
})

it('tells nothing of a call that is refused, replayed or lost', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const token = await emulator.created()
  await emulator.post('/v2/payments/capture', { token })
  emulator.control.approve(token)
  await emulator.post('/v2/payments/capture', { token }, { fault: 'lose' })
  await emulator.post('/v2/payments/capture', { token }, { idempotencyKey: 'k' })
  await emulator.post('/v2/payments/capture', { token }, { idempotencyKey: 'k' })
  await emulator.control.webhooks.settled()
  expect(receiver.events()).toEqual(['created', 'authorized', 'charged'])
})

it('writes `created` as documented: a number at the top, the payload as it was sent below', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const order = { ...documentedOrder, totalAmount: eur('40.70') }
  const token = (await emulator.post('/v2/orders', order)).json().token
  await emulator.control.webhooks.settled()
  expect(receiver.received[0]?.body).toBe(
    `{"merchantReference":"merchantOrder-1234","totalAmount":40.7,"status":"created","orderToken":"${token}","orderDetails":${JSON.stringify(order)}}`,
  )
})

it.each([
  [{}, {}, '"totalAmount":190,"status":"refunded","orderToken":"TOKEN"}'],
  [
    { allStringAmounts: true },
    {},
    '"totalAmount":"190.00","status":"refunded","orderToken":"TOKEN"}',
  ],
  [
    {},
    { refundAmount: true },
    '"totalAmount":190,"status":"refunded","orderToken":"TOKEN","refundAmount":12.3}',
  ],
  [
    {},
    { totalAmount: 'object' as const },
    '"totalAmount":{"amount":"190.00","currency":"EUR"},"status":"refunded","orderToken":"TOKEN"}',
  ],
])('writes `refunded` under the switches %j %j', async (options, webhooks, end) => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ ...options, webhookUrl: receiver.url, webhooks })
  const token = await emulator.captured()
  await refund(emulator, token, '12.30')
  await emulator.control.webhooks.settled()
  const body = `{"merchantReference":"merchantOrder-1234",${end.replace('TOKEN', token)}`
  expect(receiver.received.at(-1)?.body).toBe(body)
})

it('writes null for an order without a reference', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const { merchantReference: _left, ...order } = documentedOrder
  await emulator.post('/v2/orders', order)
  await emulator.control.webhooks.settled()
  expect(receiver.received[0]?.body).toMatch(/^{"merchantReference":null,"totalAmount":190,/)
})

it('sends letters outside of ASCII as UTF-8', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.approved({ merchantReference: 'ordine-è/1' })
  await emulator.control.webhooks.settled()
  expect(receiver.received[1]?.body).toContain('{"merchantReference":"ordine-è/1",')
})

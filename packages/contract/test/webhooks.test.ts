import { eur } from '@scalapay-kit/core'
import { sampleOrder, signedDelivery } from '@scalapay-kit/core/testing'
import {
  createWebhookReceiver,
  retryLater,
  type WebhookEvent,
  type WebhookReceiverOptions,
} from '@scalapay-kit/core/webhooks'
import type { EmulatorOptions } from '@scalapay-kit/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { boot } from '../src/client/boot.js'
import { serveReceiver } from '../src/webhooks/serve-receiver.js'

const KEY = 'qhtfs87hjnc12kkos'
const DAY_MS = 86_400_000
const inOrder = ['created', 'authorized', 'charged', 'refunded', 'expired']

/** The core's receiver behind a server, an emulator that tells it everything, and a client. */
async function connected(
  options: EmulatorOptions = {},
  receiver: Partial<WebhookReceiverOptions> = {},
) {
  const events: WebhookEvent[] = []
  const server = await serveReceiver(
    createWebhookReceiver({
      apiKeys: KEY,
      on: { '*': (event) => void events.push(event) },
      ...receiver,
    }),
  )
  onTestFinished(() => server[Symbol.asyncDispose]())
  const booted = await boot({ webhookUrl: server.url, ...options })
  onTestFinished(() => booted[Symbol.asyncDispose]())
  const { control } = booted.emulator
  return { ...booted, control, events, replies: server.replies }
}

type World = Awaited<ReturnType<typeof connected>>

/** One order captured and refunded, one approved and left: each documented event. */
async function everyEvent({ client, approvedOrder, control }: World): Promise<void> {
  const token = await approvedOrder('order-1')
  await client.payments.capture({ token })
  await client.payments.refund(token, { refundAmount: eur('10.00') })
  await control.webhooks.settled()
  await approvedOrder('order-2')
  await control.clock.advance(2_400_000)
}

it('delivers each event so that the core verifies and understands it', async () => {
  const world = await connected()
  await everyEvent(world)
  expect(world.replies.map(({ status }) => status)).toEqual(world.replies.map(() => 200))
  const [first, ...others] = world.events
  expect(first).toMatchObject({
    status: 'created',
    merchantReference: 'order-1',
    totalAmount: eur('100.00'),
    payload: { orderDetails: { totalAmount: eur('100.00') } },
  })
  expect(others.map(({ status, merchantReference }) => [status, merchantReference])).toEqual([
    ['authorized', 'order-1'],
    ['charged', 'order-1'],
    ['refunded', 'order-1'],
    ['created', 'order-2'],
    ['authorized', 'order-2'],
    ['expired', 'order-2'],
  ])
})

it('signs every delivery exactly as the core signs deliveries for tests', async () => {
  const world = await connected({ webhooks: { timestamps: 'emulator' } }, { toleranceMs: 1e12 })
  await everyEvent(world)
  const deliveries = world.control.webhooks.list()
  expect(new Set(deliveries.map(({ event }) => event))).toEqual(new Set(inOrder))
  for (const { headers, body } of deliveries) {
    const timestamp = Number(headers['x-scalapay-timestamp'])
    const expected = await signedDelivery({}, { apiKey: KEY, timestamp, rawBody: body })
    const { 'content-type': _form, ...signature } = expected.headers
    expect([headers, body]).toEqual([signature, expected.rawBody])
  }
})

it('is refused, and tries again, while the receiver has the key of somebody else', async () => {
  const world = await connected({}, { apiKeys: 'another-key' })
  await world.approvedOrder()
  await world.control.webhooks.settled()
  expect(world.replies).toEqual([
    { status: 401, body: { received: false, reason: 'bad-signature' } },
    { status: 401, body: { received: false, reason: 'bad-signature' } },
  ])
  expect(world.control.webhooks.list().map(({ state }) => state)).toEqual(['pending', 'pending'])
})

it('is handled at the next try when the receiver asks for it', async () => {
  const tried: string[] = []
  const onceLater = ({ status }: WebhookEvent) => {
    tried.push(status)
    if (tried.length === 1) throw retryLater('not ready')
  }
  const world = await connected({}, { on: { '*': onceLater } })
  await world.client.orders.create(sampleOrder())
  await world.control.clock.advance(5_000)
  expect(tried).toEqual(['created', 'created'])
  expect(world.replies.map(({ status }) => status)).toEqual([503, 200])
  expect(world.control.webhooks.list()).toMatchObject([{ state: 'delivered' }])
})

it('is handled once although everything arrives twice and in any order', async () => {
  const world = await connected({ webhooks: { duplicate: true, shuffle: true } })
  const tokens = await Promise.all(
    Array.from({ length: 5 }, async (_, index) => {
      const token = await world.approvedOrder(`order-${index}`)
      await world.client.payments.capture({ token })
      return token
    }),
  )
  await world.control.clock.advance(2_000)
  expect(world.replies).toHaveLength(30)
  const handled = world.events.map(({ status, orderToken }) => `${status} ${orderToken}`).sort()
  const happened = tokens.flatMap((token) =>
    ['authorized', 'charged', 'created'].map((status) => `${status} ${token}`),
  )
  expect(handled).toEqual(happened.sort())
})

it.each([
  [false, 401],
  [true, 200],
])(
  'is answered after four days, when retries are signed anew (%s), with %i',
  async (resign, status) => {
    const webhooks = { resign, timestamps: 'emulator', drop: true } as const
    const now = () => Date.parse(world.control.clock.now().now)
    const world = await connected({ webhooks }, { now })
    await world.client.orders.create(sampleOrder())
    await world.control.clock.advance(4 * DAY_MS)
    await world.control.webhooks.redeliver('webhook-1')
    await world.control.webhooks.redeliver('webhook-1')
    expect(world.replies.at(-1)?.status).toBe(status)
  },
)

it("tells which merchant's key had signed", async () => {
  const merchantKeys = ['merchant-one', 'merchant-two']
  const signers: number[] = []
  const on = {
    created: (_event: WebhookEvent, { keyIndex }: { keyIndex: number }) =>
      void signers.push(keyIndex),
  }
  const world = await connected({ merchantKeys }, { apiKeys: merchantKeys, on })
  for (const apiKey of [...merchantKeys].reverse()) {
    await world.connect({ apiKey }).orders.create(sampleOrder())
    await world.control.webhooks.settled()
  }
  expect(signers).toEqual([1, 0])
})

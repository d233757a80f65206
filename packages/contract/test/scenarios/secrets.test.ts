import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { eur, type Logger, Scalapay, ScalapayConfigError } from '@scalapay-kit/core'
import { sampleOrder, signedDelivery } from '@scalapay-kit/core/testing'
import { createWebhookReceiver } from '@scalapay-kit/core/webhooks'
import type { FaultName } from '@scalapay-kit/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { boot } from '../../src/client/boot.js'
import { tillOrder } from '../../src/client/till-order.js'

const KEY = 'MARKERKEY-0123456789-wxyz'
const DEVICE_KEY = 'MARKERDEVICE-0123456789-abcd'
const PERSONAL = {
  givenNames: 'Markergiven',
  surname: 'Markersurname',
  email: 'marker@personal.example',
  phoneNumber: '+393009998877',
}
const MARKERS = [KEY, DEVICE_KEY, ...Object.values(PERSONAL), 'Via Marker 7', 'Markertown', '99887']

const order = sampleOrder({
  consumer: PERSONAL,
  shipping: {
    name: 'Markergiven Markersurname',
    line1: 'Via Marker 7',
    suburb: 'Markertown',
    postcode: '99887',
    countryCode: 'IT',
    phoneNumber: PERSONAL.phoneNumber,
  },
})

/** Everything that leaves a client besides requests, as text. */
function listen() {
  const heard: unknown[] = []
  const keep = (...told: unknown[]) => void heard.push(told)
  const logger: Logger = { debug: keep, info: keep, warn: keep, error: keep }
  for (const name of ['scalapay-kit:attempt', 'scalapay-kit:operation']) {
    subscribe(name, keep)
    onTestFinished(() => void unsubscribe(name, keep))
  }
  return { logger, heard }
}

function everyPrint(value: unknown): string {
  const deep = { depth: Number.POSITIVE_INFINITY, showHidden: true, maxStringLength: null }
  const stack = value instanceof Error ? `${value.stack}${value.message}` : ''
  return `${inspect(value, deep)}${JSON.stringify(value) ?? ''}${String(value)}${stack}`
}

const leaksIn = (value: unknown) => MARKERS.filter((marker) => everyPrint(value).includes(marker))

/** One call of each kind, whatever becomes of it. */
async function callAll(client: Scalapay, token: string): Promise<unknown[]> {
  const limits = { timeoutMs: 300, maxAttempts: 2 }
  const till = { ...tillOrder, consumer: PERSONAL }
  const refund = { refundAmount: eur('500.00'), merchantRefundReference: 'return-1' }
  const ends = await Promise.allSettled([
    client.orders.create(order, limits),
    client.orders.create(
      { ...order, shipping: { ...order.shipping, countryCode: 'Markertown' } },
      limits,
    ),
    client.orders.get(token, limits),
    client.payments.capture({ token }, limits),
    client.payments.refund(token, refund, limits),
    client.inStore.create(till, limits),
    client.payByLink.create(
      { totalAmount: eur('25.00'), type: 'link', consumer: PERSONAL } as never,
      limits,
    ),
    client.checkout.complete(
      { token, expect: { merchantReference: 'x', totalAmount: eur('1.00') } },
      limits,
    ),
  ])
  return ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
}

const faults: readonly FaultName[] = [
  'reset-before',
  'reset-after',
  'error-500',
  'html-502',
  'unauthorized-string',
  'unauthorized-text',
  'no-message',
  'gateway-message',
  'rate-limit-429',
  'conflict-409',
  'truncate',
  'malformed-json',
  'empty-body',
  'drip=1000',
  'capture-status',
]

it.each([...faults, undefined])(
  'S53 leak hunt: with the fault %s no marker is in any error, log or event',
  async (effect) => {
    await using booted = await boot({ merchantKeys: [KEY], deviceKeys: [DEVICE_KEY] })
    const { logger, heard } = listen()
    const client = booted.connect({ logger })
    const { token } = await client.orders.create(order)
    if (effect !== undefined) booted.emulator.control.faults.add({ match: {}, effect })
    const errors = await callAll(client, token)
    expect(errors.length).toBeGreaterThan(1)
    expect(errors.flatMap(leaksIn)).toEqual([])
    expect(heard.length).toBeGreaterThan(8)
    expect(heard.flatMap(leaksIn)).toEqual([])
    expect(leaksIn(client)).toEqual([])
  },
)

it('S53 leak hunt: finds a marker where there is one', () => {
  expect(leaksIn(new Error('x', { cause: { headers: [`Bearer ${KEY}`] } }))).toEqual([KEY])
})

it('S54 two merchants: keys, events and metrics of two in one process stay apart', async () => {
  await using booted = await boot({ merchantKeys: ['merchant-key-a', 'merchant-key-b'] })
  const keys = ['merchant-key-a', 'merchant-key-b']
  const clients = keys.map((apiKey) => booted.connect({ apiKey }))
  const tokens = await Promise.all(
    clients.flatMap((client) =>
      ['order-1', 'order-2'].map(
        async (reference) =>
          (await client.orders.create(sampleOrder({ merchantReference: reference }))).token,
      ),
    ),
  )
  expect(new Set(tokens).size).toBe(4)
  const found = await Promise.all(
    clients.map((client) => client.orders.find({ merchantOrderReference: 'order-1' })),
  )
  expect(found.map((rows) => rows.map(({ orderToken }) => orderToken))).toEqual([
    [tokens[0]],
    [tokens[2]],
  ])
  await expect(clients[1]?.orders.get(tokens[0] ?? '')).rejects.toMatchObject({
    name: 'ScalapayOrderNotFoundError',
  })

  const heard: unknown[] = []
  const receivers = keys.map((apiKeys, merchant) =>
    createWebhookReceiver({
      apiKeys,
      on: { charged: ({ orderToken }) => heard.push([merchant, orderToken]) },
    }),
  )
  const delivery = await signedDelivery('charged', { apiKey: 'merchant-key-a' })
  const replies = await Promise.all(receivers.map(({ receive }) => receive(delivery)))
  expect(replies.map(({ status }) => status)).toEqual([200, 401])
  expect(heard).toEqual([[0, '21KLT3YDWT']])
})

it.each([
  ['a client without a key', () => new Scalapay({ environment: 'production' })],
  ['a client with an empty key', () => new Scalapay({ environment: 'production', apiKey: '' })],
  ['a receiver without a key', () => createWebhookReceiver({ apiKeys: [], on: { '*': () => {} } })],
  [
    'a receiver with an empty key',
    () => createWebhookReceiver({ apiKeys: ' ', on: { '*': () => {} } }),
  ],
])('S55 unconfigured production: %s does not start', (_what, start) => {
  expect(start).toThrow(ScalapayConfigError)
  expect(start).toThrow(/SCALAPAY_API_KEY/)
})

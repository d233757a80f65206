import { expect, it } from 'vitest'
import { asDevice, runEmulator } from '../support/emulator.js'
import { documentedOrder, tillOrder } from '../support/orders.js'
import { runReceiver } from '../support/receiver.js'
import { isSignedBy } from '../support/verify.js'

const merchantKeys = ['merchant-one', 'merchant-two']

it("signs each merchant's events with its own key, whatever the address", async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ merchantKeys, webhookUrl: receiver.url })
  for (const key of merchantKeys) {
    await emulator.post('/v2/orders', documentedOrder, { authorization: `Bearer ${key}` })
    await emulator.control.webhooks.settled()
  }
  const signers = receiver.received.map((delivery) =>
    merchantKeys.filter((key) => isSignedBy(key, delivery)),
  )
  expect(signers).toEqual([['merchant-one'], ['merchant-two']])
})

it('tells each merchant at its own address, and nobody where there is none', async () => {
  const [one, two] = [await runReceiver(), await runReceiver()]
  const emulator = await runEmulator({ merchantKeys, webhookUrl: [one.url, two.url] })
  const create = (key: string) =>
    emulator.post('/v2/orders', documentedOrder, { authorization: `Bearer ${key}` })
  await create('merchant-two')
  await emulator.control.webhooks.settled()
  expect([one.received.length, two.received.length]).toEqual([0, 1])
  emulator.control.webhooks.configure({ url: [one.url, null] })
  await create('merchant-one')
  await create('merchant-two')
  await emulator.control.webhooks.settled()
  expect([one.received.length, two.received.length]).toEqual([1, 1])
})

it('shows no key in what it lists', async () => {
  const emulator = await runEmulator({ webhookUrl: 'http://127.0.0.1:9/' })
  await emulator.created()
  await emulator.control.webhooks.settled()
  const shown = JSON.stringify([
    emulator.control.webhooks.list(),
    emulator.control.webhooks.settings(),
  ])
  expect(shown).not.toContain(emulator.merchantKey)
})

it('tells nobody of orders at a till by default', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.post('/v1/instore/orders', tillOrder, asDevice)
  await emulator.control.webhooks.settled()
  expect(receiver.received).toEqual([])
})

it.each([
  ['merchant-key', 'qhtfs87hjnc12kkos'],
  ['device-key', 'testdeviceapikey'],
] as const)('tells of orders at a till, signed with the %s', async (inStore, key) => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks: { inStore } })
  await emulator.post('/v1/instore/orders', tillOrder, asDevice)
  await emulator.control.webhooks.settled()
  expect(receiver.events()).toEqual(['created', 'authorized', 'charged'])
  expect(receiver.received.every((delivery) => isSignedBy(key, delivery))).toBe(true)
})

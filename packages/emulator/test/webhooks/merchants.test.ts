import { expect, it, vi } from 'vitest'
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

it("delivers while another merchant's server hangs, however many events wait for it", async () => {
  const [hanging, working] = [await runReceiver(() => undefined), await runReceiver()]
  const emulator = await runEmulator({ merchantKeys, webhookUrl: [hanging.url, working.url] })
  for (let count = 0; count < 20; count += 1) await emulator.created()
  await emulator.post('/v2/orders', documentedOrder, { authorization: 'Bearer merchant-two' })
  await vi.waitFor(() => expect(working.events()).toEqual(['created']), { interval: 5 })
})

it("loses the same events of a merchant whatever another one's orders do", async () => {
  const lostOfSecond = async (ordersOfFirst: number) => {
    const webhooks = { drop: 0.5, delayMs: 1 }
    const webhookUrl = 'http://127.0.0.1:9/'
    const emulator = await runEmulator({ merchantKeys, webhookUrl, webhooks })
    for (let count = 0; count < ordersOfFirst; count += 1) await emulator.created()
    const token = await emulator.created()
    for (let count = 0; count < 12; count += 1) {
      await emulator.post('/v2/orders', documentedOrder, { authorization: 'Bearer merchant-two' })
    }
    const all = emulator.control.webhooks.list()
    const from = all.findIndex(({ orderToken }) => orderToken === token)
    return all.slice(from + 1).map(({ state }) => state)
  }
  const states = await lostOfSecond(0)
  expect(new Set(states)).toEqual(new Set(['dropped', 'pending']))
  expect(await lostOfSecond(5)).toEqual(states)
})

it('shows no key in what it lists', async () => {
  const emulator = await runEmulator({ webhookUrl: 'http://127.0.0.1:9/' })
  await emulator.created()
  await emulator.control.webhooks.settled()
  const { list, settings } = emulator.control.webhooks
  expect(list()).toHaveLength(1)
  expect(JSON.stringify([list(), settings()])).not.toContain(emulator.merchantKey)
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
  const deviceKeys = ['another-device-key', 'testdeviceapikey']
  const options = { webhookUrl: receiver.url, webhooks: { inStore }, deviceKeys }
  const emulator = await runEmulator(options)
  await emulator.post('/v1/instore/orders', tillOrder, asDevice)
  await emulator.control.webhooks.settled()
  expect(receiver.events()).toEqual(['created', 'authorized', 'charged'])
  const signers = receiver.received.map((delivery) =>
    [emulator.merchantKey, ...deviceKeys].filter((known) => isSignedBy(known, delivery)),
  )
  expect(signers).toEqual([[key], [key], [key]])
})

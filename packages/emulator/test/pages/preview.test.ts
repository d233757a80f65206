import { expect, it } from 'vitest'
import { asDevice, runEmulator } from '../support/emulator.js'
import { tillLink } from '../support/orders.js'
import { runReceiver } from '../support/receiver.js'

const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** The part of the page with what will be signed and sent. */
const previewIn = (page: string) =>
  plain(/<details class="panel preview".*?<\/details>/s.exec(page)?.[0] ?? '')

it('shows the very bytes and headers that an approval then sends', async () => {
  const receiver = await runReceiver()
  const webhooks = { timestamps: 'emulator' } as const
  const emulator = await runEmulator({ webhookUrl: receiver.url, webhooks })
  const token = await emulator.created()
  const preview = previewIn((await emulator.get(`/checkout/${token}`)).text)
  emulator.control.approve(token)
  await emulator.control.webhooks.settled()
  const sent = receiver.received.find(({ event }) => event === 'authorized')
  const timestamp = sent?.headers['x-scalapay-timestamp']
  expect(sent?.body).toContain(token)
  for (const line of [
    `POST ${receiver.url}`,
    `x-scalapay-hmac-v1: ${sent?.headers['x-scalapay-hmac-v1']}`,
    `x-scalapay-timestamp: ${timestamp}`,
    `V1:${timestamp}:${sent?.body}`,
  ]) {
    expect(preview).toContain(line)
  }
})

it('sends nothing by being looked at, and leaves the order open', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const token = await emulator.created()
  await emulator.control.webhooks.settled()
  const before = emulator.control.webhooks.list()
  await emulator.get(`/checkout/${token}`)
  await emulator.control.webhooks.settled()
  expect(emulator.control.webhooks.list()).toEqual(before)
  expect(emulator.control.order(token).status).toBe('created')
})

it('follows the switches: what is told on a decline, and that nobody is told', async () => {
  const emulator = await runEmulator({ webhooks: { events: { declined: 'refused' } } })
  const preview = previewIn((await emulator.get(`/checkout/${await emulator.created()}`)).text)
  expect(preview).toContain('"status":"refused"')
  expect(preview).toContain('(no address: start the emulator with --webhook-url)')
  expect(preview).toContain('No webhook.')
})

it.each([
  ['none', 0],
  ['device-key', 2],
] as const)(
  'shows what is told of an order made in a shop under the switch %s',
  async (inStore, events) => {
    const emulator = await runEmulator({ webhooks: { inStore } })
    const answer = await emulator.post('/v2/instore/paybylink/orders', tillLink, asDevice)
    const page = await emulator.get(`/checkout/${answer.json().token}`)
    expect(previewIn(page.text).match(/POST /g) ?? []).toHaveLength(events)
  },
)

it('does not show the key', async () => {
  const emulator = await runEmulator()
  const { text } = await emulator.get(`/checkout/${await emulator.created()}`)
  expect(previewIn(text)).toContain('x-scalapay-hmac-v1')
  expect(text).not.toContain(emulator.merchantKey)
})

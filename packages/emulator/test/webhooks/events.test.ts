import { expect, it } from 'vitest'
import { eur, runEmulator } from '../support/emulator.js'
import { runReceiver } from '../support/receiver.js'

it('tells of an order from its creation to its refund, in order and without delay', async () => {
  const receiver = await runReceiver()
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  const token = await emulator.captured()
  const refund = { refundAmount: eur('10.00') }
  await emulator.post(`/v2/payments/${token}/refund`, refund)
  await emulator.control.webhooks.settled()
  expect(receiver.events()).toEqual(['created', 'authorized', 'charged', 'refunded'])
  expect(emulator.control.webhooks.list().map(({ state }) => state)).toEqual(
    receiver.received.map(() => 'delivered'),
  )
})

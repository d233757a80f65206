import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

it('takes an order as the official PHP SDK sends it', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/orders', {
    ...documentedOrder,
    totalAmount: { amount: '104', currency: 'EUR' },
    frequency: { number: '1', frequencyType: 'monthly' },
    orderExpiryMilliseconds: '6000000',
    items: [
      {
        name: 'Scarf',
        category: 'clothes',
        subCategory: ['accessories'],
        sku: '7',
        quantity: '2',
        price: { amount: '52', currency: 'EUR' },
      },
    ],
    pluginDetails: { platform: 'WooCommerce' },
    extensions: {
      risk: { returning: true, lastOrderTimestamp: '2026-01-01 00:00:00' },
      pluginDetails: { customized: '0' },
      somethingNew: { deep: [1] },
    },
    unknownField: 1,
  })
  expect(answer.status).toBe(200)
  expect(emulator.control.orders()[0]?.totalInCents).toBe(10_400)
})

it.each([undefined, {}, { merchantReference: 'a' }])('voids with the body %j', async (body) => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  expect((await emulator.post(`/v2/payments/${token}/void`, body)).status).toBe(200)
})

it.each([undefined, {}])('delays for five days with the body %j', async (body) => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answer = await emulator.post(`/v2/payments/${token}/delay`, body)
  expect(answer.json().authorizationExpiryAt).toBe('2026-01-06T09:00:00.000Z')
})

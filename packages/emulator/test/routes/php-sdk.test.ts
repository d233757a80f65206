import { expect, it } from 'vitest'
import { eur, runEmulator } from '../support/emulator.js'
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

it('goes with it from the order to the refund, amounts without decimals', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created({ totalAmount: eur('104'), merchantReference: undefined })
  const references = { merchantReference: 'php-1', merchantProcessorReference: 'processor-1' }
  await emulator.post(`/v2/orders/${token}`, references)
  emulator.control.approve(token)
  const capture = { token, merchantReference: 'php-1', amount: eur('104') }
  const captured = await emulator.post('/v2/payments/capture', capture)
  expect(captured.json()).toMatchObject({ token, status: 'APPROVED' })
  const refund = {
    refundAmount: eur('52'),
    merchantRefundReference: 'php-refund-1',
    merchantReference: 'php-1',
  }
  const refunded = await emulator.post(`/v2/payments/${token}/refund`, refund)
  expect(refunded.json()).toMatchObject({ token, amount: eur('52.00') })
  const read = (await emulator.get(`/v2/payments/${token}`)).json()
  expect(read).toMatchObject({ token, status: 'charged', captureStatus: 'captured' })
  expect(emulator.control.ledger().map(({ kind, amountInCents }) => [kind, amountInCents])).toEqual(
    [
      ['capture', 10_400],
      ['refund', 5_200],
    ],
  )
})

it.each(['online', 'offline'])('creates an order of the type %s', async (type) => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/orders', { ...documentedOrder, type })
  expect(answer.status).toBe(200)
})

it('takes the risk fields, travel fields and plugin details as the SDK models them', async () => {
  const emulator = await runEmulator()
  const extensions = {
    industry: {
      checkoutAttemptDeclineCount: 1,
      shippingLat: 45.4642,
      shippingLng: 9.19,
      travel: {
        startDate: '2026-06-01',
        endDate: '2026-06-08',
        personsCount: 2,
        refundable: true,
        transportationReservationDetails: [
          {
            type: 'air',
            departure: 'MXP',
            arrival: 'CDG',
            ticketClass: 'economy',
            ticketType: 'return',
            loyaltyProgramme: false,
          },
        ],
      },
    },
    risk: { returning: true, orderCountLifetime: 3, orderCountL30d: 1 },
    pluginDetails: { checkout: 'standard', platform: 'custom', customized: '1' },
  }
  const answer = await emulator.post('/v2/orders', { ...documentedOrder, extensions })
  expect(answer.status).toBe(200)
})

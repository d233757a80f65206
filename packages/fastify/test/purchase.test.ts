import { eur } from '@scalapay-kit/core'
import { startEmulator } from '@scalapay-kit/emulator'
import Fastify from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import scalapay from '../src/index.js'

const TOTAL = eur('49.90')
const ADDRESS = {
  name: 'Mario Rossi',
  line1: 'Via della Rosa 58',
  suburb: 'Montelupo Fiorentino',
  postcode: '50056',
  countryCode: 'IT',
  phoneNumber: '+393001234567',
}

it('takes an order in routes of the app: created, approved, captured once', async () => {
  const emulator = await startEmulator({ seed: 1 })
  onTestFinished(() => emulator.close())
  const app = Fastify()
  onTestFinished(() => app.close())
  const { merchantKey: apiKey, url: baseUrl } = emulator
  await app.register(scalapay, { apiKey, environment: 'emulator', baseUrl })

  app.post('/orders', () =>
    app.scalapay.orders.create({
      totalAmount: TOTAL,
      merchantReference: 'order-1',
      consumer: {
        givenNames: 'Mario',
        surname: 'Rossi',
        email: 'mario.rossi@example.com',
        phoneNumber: '+393001234567',
      },
      shipping: ADDRESS,
      items: [{ name: 'Book', category: 'books', sku: 'b-1', quantity: 1, price: TOTAL }],
      merchant: {
        redirectConfirmUrl: 'https://shop.example/return',
        redirectCancelUrl: 'https://shop.example/return',
      },
    }),
  )
  app.get('/return', async (request) => {
    const { token = '' } = app.scalapay.checkout.readReturn(request.url)
    const expected = { merchantReference: 'order-1', totalAmount: TOTAL }
    const result = await app.scalapay.checkout.complete({ token, expect: expected })
    return { outcome: result.outcome, changed: result.changed }
  })

  const { token } = (await app.inject({ method: 'POST', url: '/orders' })).json()
  const { search } = new URL(emulator.control.approve(token).redirectUrl)
  const first = await app.inject(`/return${search}`)
  const second = await app.inject(`/return${search}`)

  expect(first.json()).toEqual({ outcome: 'captured', changed: true })
  expect(second.json()).toEqual({ outcome: 'captured', changed: false })
  expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 4_990 }])
})

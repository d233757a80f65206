import { sampleOrder } from '@scalapay-kit/core/testing'
import { startEmulator } from '@scalapay-kit/emulator'
import Fastify from 'fastify'
import { expect, it, onTestFinished } from 'vitest'
import scalapay from '../src/index.js'

it('takes an order in routes of the app: created, approved, captured once', async () => {
  const emulator = await startEmulator({ seed: 1 })
  onTestFinished(() => emulator.close())
  const app = Fastify()
  onTestFinished(() => app.close())
  const { merchantKey: apiKey, url: baseUrl } = emulator
  await app.register(scalapay, { apiKey, environment: 'emulator', baseUrl })

  const order = sampleOrder()
  app.post('/orders', () => app.scalapay.orders.create(order))
  app.get('/return', async (request) => {
    const { token = '' } = app.scalapay.checkout.readReturn(request.url)
    const expected = { merchantReference: 'order-1', totalAmount: order.totalAmount }
    const result = await app.scalapay.checkout.complete({ token, expect: expected })
    return { outcome: result.outcome, changed: result.changed }
  })

  const { token } = (await app.inject({ method: 'POST', url: '/orders' })).json()
  const { search } = new URL(emulator.control.approve(token).redirectUrl)
  const first = await app.inject(`/return${search}`)
  const second = await app.inject(`/return${search}`)

  expect(first.json()).toEqual({ outcome: 'captured', changed: true })
  expect(second.json()).toEqual({ outcome: 'captured', changed: false })
  expect(emulator.control.ledger()).toMatchObject([{ kind: 'capture', amountInCents: 10_000 }])
})

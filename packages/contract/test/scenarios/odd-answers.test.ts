import { eur, isScalapayError, Scalapay, ScalapayConfigError } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { expect, it } from 'vitest'
import { boot } from '../../src/client/boot.js'

it.each(['json-string', 'text'] as const)(
  'S21 bare 401: a body of %s explains a key of another environment, without the key',
  async (unauthorizedBody) => {
    await using booted = await boot({ unauthorizedBody })
    const apiKey = 'not-the-key-of-this-emulator'
    const stranger = booted.connect({ apiKey })
    const error: unknown = await stranger.orders.get('ANYTOKEN12').catch((caught) => caught)
    expect(error).toMatchObject({
      name: 'ScalapayAuthenticationError',
      outcome: 'rejected',
      message: expect.stringContaining('environment'),
    })
    expect(JSON.stringify(error)).not.toContain(apiKey)
  },
)

it.each([
  ['a public test key against production', { environment: 'production' }, /public test key/],
  [
    'the sandbox host in production',
    { environment: 'production', apiKey: 'sp_x', baseUrl: 'https://integration.api.scalapay.com' },
    /sandbox host/,
  ],
  [
    'the production host in the sandbox',
    { environment: 'sandbox', baseUrl: 'https://api.scalapay.com' },
    /production host/,
  ],
  [
    'a live key against the emulator',
    { environment: 'emulator', apiKey: 'sp_live_key' },
    /looks like a live key/,
  ],
] as const)('S22 wrong environment: %s does not start', (_what, options, problem) => {
  const start = () => new Scalapay({ apiKey: 'qhtfs87hjnc12kkos', ...options })
  expect(start).toThrow(ScalapayConfigError)
  expect(start).toThrow(problem)
})

it('S23 object in message: the refused fields are a typed list, and the message is text', async () => {
  await using booted = await boot()
  const order = sampleOrder()
  const wrong = { ...order, shipping: { ...order.shipping, countryCode: 'ITA' } }
  const error: unknown = await booted.client.orders.create(wrong).catch((caught) => caught)
  expect(isScalapayError(error) && error.toJSON()).toMatchObject({
    name: 'ScalapayRequestError',
    message: expect.stringContaining('shipping.countryCode'),
    errorCode: 'api_validationerror',
    validationErrors: [{ path: ['shipping', 'countryCode'], types: ['string.length'] }],
  })
})

const spoilt = [
  ['html-502', { answer: 'html-502' }],
  ['empty-body', { body: 'empty-body' }],
  ['malformed-json', { body: 'malformed-json' }],
  ['truncate', { body: 'truncate' }],
  ['no-message', { answer: 'no-message' }],
] as const

it.each(spoilt)(
  'S24 HTML or empty body: a read of %s is tried again, and ends in a ScalapayServerError',
  async (_name, effect) => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    booted.emulator.control.faults.add({ match: { operation: 'getOrder' }, effect })
    await expect(booted.client.orders.get(token)).rejects.toMatchObject({
      name: 'ScalapayServerError',
      outcome: 'unknown',
      attempts: 3,
    })
  },
)

it.each(spoilt)(
  'S24 HTML or empty body: a capture of %s is tried again under its key, and money taken once',
  async (_name, effect) => {
    await using booted = await boot()
    const token = await booted.approvedOrder()
    booted.emulator.control.faults.add({ match: { operation: 'capturePayment', times: 1 }, effect })
    expect(await booted.client.payments.capture({ token })).toMatchObject({ status: 'APPROVED' })
    expect(booted.movements()).toEqual([['capture', 10_000]])
  },
)

it.each(spoilt)(
  'S24 HTML or empty body: %s at the till is not tried again',
  async (_name, effect) => {
    await using booted = await boot()
    booted.emulator.control.faults.add({
      match: { operation: 'createInStorePayByLinkOrder' },
      effect,
    })
    const link = { totalAmount: eur('100.00'), type: 'link', merchantReference: 'link-1' }
    await expect(booted.client.payByLink.create(link)).rejects.toMatchObject({
      name: 'ScalapayServerError',
      outcome: 'unknown',
      attempts: 1,
    })
  },
)

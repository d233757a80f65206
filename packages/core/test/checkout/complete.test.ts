import { describe, expect, it } from 'vitest'
import { type CheckoutOutcome, eur, type Order } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { anAuthorizedOrder, startOrderServer } from '../support/order-server.js'
import { json, startScript } from '../support/scripted-server.js'

const expect190 = { merchantReference: 'order-1', totalAmount: eur('190.00') }
const input = { token: 'T1', expect: expect190 }
const READ = 'GET /v2/payments/T1'
const CAPTURE = 'POST /v2/payments/capture'
const DELAY = 'POST /v2/payments/T1/delay'
const FIND = 'GET /v2/payments/references?orderToken=T1&merchantOrderReference=order-1'
const anotherReference = { orderDetails: { merchantReference: 'cart-7' } }
const delayed = { captureStatus: 'delayed' }

describe('checkout.complete', () => {
  it('captures an authorised order and says that it did', async () => {
    const server = await startOrderServer(anAuthorizedOrder())
    const { outcome, order, changed } = await clientFor(server.url).checkout.complete(input)
    expect({ outcome, changed }).toEqual({ outcome: 'captured', changed: true })
    expect(order).toMatchObject({
      status: 'charged',
      captureStatus: 'captured',
      totalAmount: eur('190.00'),
    })
    expect(server.calls()).toEqual([READ, CAPTURE])
    expect(server.bodies()).toEqual([{ token: 'T1', merchantReference: 'order-1' }])
    expect(server.captured).toEqual(['190.00'])
  })

  it.each<[CheckoutOutcome, Partial<Order>]>([
    ['captured', { status: 'charged', captureStatus: 'captured' }],
    ['refunded', { status: 'refunded', captureStatus: 'captured' }],
    ['expired', { status: 'expired' }],
    ['voided', { status: 'expired', captureStatus: 'voided' }],
    ['declined', { status: 'expired', lastEligibilityFeedback: 'DECLINED_FRAUD' }],
    ['pending', { status: 'created' }],
    ['pending', { status: 'something new' }],
  ])('only says so when the order is %s', async (outcome, state) => {
    const server = await startOrderServer(anAuthorizedOrder(state))
    const completed = await clientFor(server.url).checkout.complete(input)
    expect(completed).toMatchObject({ outcome, changed: false, order: state })
    expect(server.calls()).toEqual([READ])
  })

  it.each<[string, Partial<Order>]>([
    ['amount', { totalAmount: eur('10.00') }],
    ['currency', { totalAmount: { amount: '190.00', currency: 'USD' } }],
  ])('touches no order with another %s than the shop means', async (_title, state) => {
    const server = await startOrderServer(anAuthorizedOrder(state))
    const { outcome, changed } = await clientFor(server.url).checkout.complete(input)
    expect({ outcome, changed }).toEqual({ outcome: 'mismatch', changed: false })
    expect(server.calls()).toEqual([READ])
    expect(server.captured).toEqual([])
  })

  it('touches no order with another reference than the shop means', async () => {
    const server = await startOrderServer(anAuthorizedOrder(anotherReference))
    const { outcome, changed } = await clientFor(server.url).checkout.complete(input)
    expect({ outcome, changed }).toEqual({ outcome: 'mismatch', changed: false })
    expect(server.calls()).toEqual([READ, FIND])
    expect(server.captured).toEqual([])
  })

  it('captures an order whose reference was stored after it was created', async () => {
    const row = { orderToken: 'T1', merchantOrderReference: 'order-1' }
    const server = await startScript(
      json(200, anAuthorizedOrder(anotherReference)),
      json(200, [row]),
      json(200, { token: 'T1', status: 'APPROVED' }),
    )
    const { outcome } = await clientFor(server.url).checkout.complete(input)
    expect(outcome).toBe('captured')
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual([READ, FIND, CAPTURE])
  })

  it('calls no order another one when the look-up fails', async () => {
    const server = await startScript(
      json(200, anAuthorizedOrder(anotherReference)),
      json(403, { message: 'Forbidden' }),
    )
    const error = await failureOf(clientFor(server.url).checkout.complete(input))
    expect(error).toMatchObject({ name: 'ScalapayAuthenticationError', operation: 'findOrders' })
  })

  it('takes the money once, however often it is called', async () => {
    const server = await startOrderServer(anAuthorizedOrder())
    const { checkout } = clientFor(server.url)
    await checkout.complete(input)
    const again = await checkout.complete(input)
    expect(again).toMatchObject({ outcome: 'captured', changed: false })
    expect(server.captured).toEqual(['190.00'])
  })

  it('takes the money once from many processes at a time, and one of them says that it did', async () => {
    const server = await startOrderServer(anAuthorizedOrder())
    const all = await Promise.all(
      Array.from({ length: 10 }, () => clientFor(server.url).checkout.complete(input)),
    )
    expect(all.map(({ outcome }) => outcome)).toEqual(new Array(10).fill('captured'))
    expect(all.filter(({ changed }) => changed)).toHaveLength(1)
    expect(server.captured).toEqual(['190.00'])
  })

  it('calls a capture that was not approved declined, and leaves the order as it was', async () => {
    const answer = json(200, { token: 'T1', status: 'DECLINED' })
    const server = await startOrderServer(anAuthorizedOrder(), { commits: false, answer })
    expect(await clientFor(server.url).checkout.complete(input)).toMatchObject({
      outcome: 'declined',
      changed: false,
      order: { status: 'authorized' },
    })
    expect(server.captured).toEqual([])
  })

  it('understands an approval in small letters', async () => {
    const answer = json(200, { token: 'T1', status: 'approved' })
    const server = await startOrderServer(anAuthorizedOrder(), { commits: true, answer })
    const { outcome } = await clientFor(server.url).checkout.complete(input)
    expect(outcome).toBe('captured')
  })

  it.each<[string, object]>([
    ['without a status', { token: 'T1' }],
    ['with a status that is not published', { token: 'T1', status: 'PENDING' }],
  ])('leaves an order open that is answered %s and still authorised', async (_title, body) => {
    const fault = { commits: false, answer: json(200, body) }
    const server = await startOrderServer(anAuthorizedOrder(), fault)
    const completed = await clientFor(server.url).checkout.complete(input)
    expect(completed).toMatchObject({ outcome: 'authorized', changed: false })
  })

  it('believes the order where a capture is answered with a status that is not published', async () => {
    const fault = { commits: true, answer: json(200, { token: 'T1', status: 'PENDING' }) }
    const server = await startOrderServer(anAuthorizedOrder(), fault)
    const { outcome } = await clientFor(server.url).checkout.complete(input)
    expect(outcome).toBe('captured')
    expect(server.captured).toEqual(['190.00'])
  })
})

describe('capture', () => {
  it('takes a part and gives up the rest', async () => {
    const server = await startOrderServer(anAuthorizedOrder())
    const capture = { amount: '50', currency: 'EUR' }
    const { outcome } = await clientFor(server.url).checkout.complete({ ...input, capture })
    expect(outcome).toBe('captured')
    expect(server.captured).toEqual(['50.00'])
  })

  it("'none' leaves an authorised order alone", async () => {
    const server = await startOrderServer(anAuthorizedOrder())
    const { checkout } = clientFor(server.url)
    expect(await checkout.complete({ ...input, capture: 'none' })).toMatchObject({
      outcome: 'authorized',
      changed: false,
    })
    expect(server.calls()).toEqual([READ])
  })

  it("'delay' keeps an authorised order open, once", async () => {
    const server = await startOrderServer(anAuthorizedOrder())
    const { checkout } = clientFor(server.url)
    const first = await checkout.complete({ ...input, capture: 'delay' })
    const second = await checkout.complete({ ...input, capture: 'delay' })
    expect(first).toMatchObject({ outcome: 'delayed', changed: true, order: delayed })
    expect(second).toMatchObject({ outcome: 'delayed', changed: false, order: delayed })
    expect(server.calls()).toEqual([READ, DELAY, READ])
    expect(server.captured).toEqual([])
  })

  it("'full' captures an order that was delayed before", async () => {
    const server = await startOrderServer(anAuthorizedOrder(delayed))
    const { outcome } = await clientFor(server.url).checkout.complete(input)
    expect(outcome).toBe('captured')
    expect(server.captured).toEqual(['190.00'])
  })
})

describe('an input that cannot be used', () => {
  it.each([undefined, null, 'T1', {}])('is told what it lacks: %j', async (given) => {
    const { checkout } = clientFor('http://127.0.0.1:1')
    expect(await failureOf(checkout.complete(given as never))).toMatchObject({
      name: 'ScalapayRequestError',
      operation: 'checkout.complete',
      outcome: 'not-sent',
      validationErrors: [{ path: ['expect.merchantReference'] }],
      hint: 'Fix the argument; nothing was sent.',
    })
  })

  it.each<[string, object, RegExp]>([
    ['no expectation', { expect: undefined }, /expect\.merchantReference is missing/],
    ['no reference', { expect: { totalAmount: eur('1') } }, /expect\.merchantReference is missing/],
    [
      'an empty reference',
      { expect: { ...expect190, merchantReference: '' } },
      /expect\.merchantReference is missing/,
    ],
    [
      'no amount',
      { expect: { merchantReference: 'order-1' } },
      /^checkout.complete: expect.totalAmount is not an amount. An amount of money is needed, such as eur/,
    ],
    [
      'an amount that is a number',
      { expect: { ...expect190, totalAmount: { amount: 190, currency: 'EUR' } } },
      /expect.totalAmount is not an amount. An amount is a decimal string .* not of type number/,
    ],
    [
      'an amount without a currency',
      { expect: { ...expect190, totalAmount: { amount: '190.00' } } },
      /expect.totalAmount needs a currency in capital letters, such as 'EUR'/,
    ],
    [
      'an amount whose currency is in small letters',
      { expect: { ...expect190, totalAmount: { amount: '190.00', currency: 'eur' } } },
      /expect.totalAmount needs a currency in capital letters/,
    ],
    ['a part without a currency', { capture: { amount: '1.00' } }, /capture needs a currency/],
    ['an unknown word', { capture: 'all' }, /capture must be 'full', 'delay', 'none' or an amount/],
    [
      'a capture of null',
      { capture: null },
      /capture must be 'full', 'delay', 'none' or an amount/,
    ],
    [
      'a part that is no amount',
      { capture: { amount: 'half', currency: 'EUR' } },
      /'half' is not an amount/,
    ],
    ['a token that is a step in a path', { token: '..' }, /token must not be a step in a path/],
  ])('is refused before anything is sent: %s', async (_title, overrides, message) => {
    const server = await startOrderServer(anAuthorizedOrder())
    const { checkout } = clientFor(server.url)
    const error = await failureOf(checkout.complete({ ...input, ...overrides } as never))
    expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
    expect(error.message).toMatch(message)
    expect(server.calls()).toEqual([])
  })
})

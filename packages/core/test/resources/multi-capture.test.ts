import { describe, expect, it } from 'vitest'
import { eur, type Scalapay, splitMoney, sumMoney } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, json, type Step, startScript } from '../support/scripted-server.js'

type Send = (multiCapture: Scalapay['multiCapture']) => Promise<unknown>

const number = (amount: number) => ({ amount, currency: 'EUR' })
const CAPTURE = '/v2/payments/T1/delay/capture'

/** Keeps one delayed order, with numbers for amounts as Scalapay has them there. */
async function startDelayedOrder(totalInCents: number) {
  const captures: { amount: object; recordedAt: string }[] = []
  let total = totalInCents
  let captured = 0
  const state = () => ({
    openToCaptureAmount: number((total - captured) / 100),
    token: 'T1',
    captureStatus: captured === total ? 'captured' : 'delayed',
    status: captured === total ? 'CHARGED' : 'AUTHORIZED',
    totalAmount: number(total / 100),
    totalCapturedAmount: number(captured / 100),
  })
  const capture = (cents: number): Step => {
    if (cents > total - captured) return json(400, { errorCode: 'too_much', message: 'too much' })
    captured += cents
    captures.push({ amount: number(cents / 100), recordedAt: '2024-11-08T13:06:17.858Z' })
    return json(200, { ...state(), captures })
  }
  const server = await startScript((request, response) => {
    const { amount, refundAmount } = JSON.parse(request.body)
    const cents = Math.round(Number((amount ?? refundAmount).amount) * 100)
    if (request.url === CAPTURE) return capture(cents)(request, response)
    total -= cents
    json(200, state())(request, response)
  })
  return { ...server, captured: () => captured }
}

describe('a call', () => {
  it.each<[string, Send, string, object]>([
    [
      'captures a part',
      (multiCapture) => multiCapture.capture('T1', { amount: eur('40'), merchantReference: 'o-1' }),
      CAPTURE,
      { amount: eur('40.00'), merchantReference: 'o-1' },
    ],
    [
      'lowers the total',
      (multiCapture) =>
        multiCapture.refund('T1', { refundAmount: eur('40'), refundCapturedAmount: eur('10.5') }),
      '/v2/payments/T1/delay/refund',
      { refundAmount: eur('40.00'), refundCapturedAmount: eur('10.50') },
    ],
  ])('%s', async (_title, send, url, body) => {
    const server = await startScript(json(200, { token: 'T1' }))
    await send(clientFor(server.url).multiCapture)
    expect(server.seen).toMatchObject([{ method: 'POST', url }])
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(body)
    expect(server.seen[0]?.headers).not.toHaveProperty('idempotency-key')
  })

  it('closes the order, without a body', async () => {
    const server = await startScript(json(200, { token: 'T1' }))
    await clientFor(server.url).multiCapture.void('T1')
    expect(server.seen).toMatchObject([
      { method: 'POST', url: '/v2/payments/T1/delay/void', body: '' },
    ])
  })

  it('gives every amount in one form, those of the captures too', async () => {
    const answer = {
      openToCaptureAmount: number(150),
      token: 'T1',
      captureStatus: 'delayed',
      status: 'AUTHORIZED',
      totalAmount: number(190),
      totalCapturedAmount: number(40),
      captures: [{ amount: number(40), recordedAt: '2024-11-08T13:06:17.858Z' }],
    }
    const server = await startScript(json(200, answer))
    const { multiCapture } = clientFor(server.url)
    expect(await multiCapture.capture('T1', { amount: eur('40.00') })).toEqual({
      ...answer,
      openToCaptureAmount: eur('150.00'),
      totalAmount: eur('190.00'),
      totalCapturedAmount: eur('40.00'),
      captures: [{ amount: eur('40.00'), recordedAt: '2024-11-08T13:06:17.858Z' }],
    })
  })

  const sends: [string, Send][] = [
    ['capture', (multiCapture) => multiCapture.capture('T1', { amount: eur('40.00') })],
    ['refund', (multiCapture) => multiCapture.refund('T1', { refundAmount: eur('40.00') })],
    ['void', (multiCapture) => multiCapture.void('T1')],
  ]

  describe.each(sends)('%s', (_title, send) => {
    it.each<[string, Step, string]>([
      ['a lost answer', drop, 'unknown'],
      ['a failure of Scalapay', json(503, {}), 'unknown'],
      ['a conflict', json(409, { errorCode: 'conflicting_operation_in_progress' }), 'unknown'],
      ['a rate limit', json(429, {}, { 'retry-after': '0' }), 'rejected'],
    ])('is never repeated after %s', async (_what, step, outcome) => {
      const server = await startScript(step, json(200, { token: 'T1' }))
      const error = await failureOf(send(clientFor(server.url).multiCapture))
      expect(error).toMatchObject({ outcome, attempts: 1, idempotencyKey: undefined })
      expect(server.seen).toHaveLength(1)
    })

    it('is repeated when nothing was sent', async () => {
      const error = await failureOf(send(clientFor('http://127.0.0.1:1').multiCapture))
      expect(error).toMatchObject({ outcome: 'not-sent', attempts: 3 })
    })
  })

  it('takes no idempotency key', async () => {
    const server = await startScript(json(200, { token: 'T1' }))
    const options = { idempotencyKey: 'mine' }
    const call = clientFor(server.url).multiCapture.void('T1', options)
    expect((await failureOf(call)).message).toMatch(/takes no idempotencyKey/)
    expect(server.seen).toEqual([])
  })
})

describe('S45 partial shipment', () => {
  const parts = splitMoney(eur('100.00'), [1, 1, 1]).reverse()

  it('captures 33.33, 33.33 and 33.34 of 100.00, to the cent', async () => {
    const server = await startDelayedOrder(100_00)
    const { multiCapture } = clientFor(server.url)
    const open: unknown[] = []
    for (const amount of parts) {
      const { openToCaptureAmount } = await multiCapture.capture('T1', { amount })
      open.push(openToCaptureAmount?.amount)
    }
    expect(parts.map(({ amount }) => amount)).toEqual(['33.33', '33.33', '33.34'])
    expect(sumMoney(parts)).toEqual(eur('100.00'))
    expect(open).toEqual(['66.67', '33.34', '0.00'])
    expect(server.captured()).toBe(100_00)
  })

  it('refuses a fourth capture here, without sending it', async () => {
    const server = await startDelayedOrder(100_00)
    const { multiCapture } = clientFor(server.url)
    for (const amount of parts) await multiCapture.capture('T1', { amount })
    const error = await failureOf(multiCapture.capture('T1', { amount: eur('0.01') }))
    expect(error).toMatchObject({
      name: 'ScalapayRequestError',
      message: 'captureDelayedPayment: 0.01 EUR is more than the 0.00 EUR that is open.',
      operation: 'captureDelayedPayment',
      outcome: 'not-sent',
      validationErrors: [{ path: ['amount'], messages: ['0.00 is open'], types: ['number.max'] }],
      hint: 'Capture at most 0.00 EUR. If another process captures this order too, check the merchant portal first.',
    })
    expect(server.seen).toHaveLength(3)
    expect(server.captured()).toBe(100_00)
  })

  it("passes on Scalapay's refusal of a fourth capture from another process", async () => {
    const server = await startDelayedOrder(100_00)
    const first = clientFor(server.url).multiCapture
    for (const amount of parts) await first.capture('T1', { amount })
    const second = clientFor(server.url).multiCapture
    const error = await failureOf(second.capture('T1', { amount: eur('0.01') }))
    expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'rejected' })
    expect(server.seen).toHaveLength(4)
    expect(server.captured()).toBe(100_00)
  })
})

describe('what is open', () => {
  it('is what the last answer said, also that of a refund', async () => {
    const server = await startDelayedOrder(100_00)
    const { multiCapture } = clientFor(server.url)
    await multiCapture.capture('T1', { amount: eur('40.00') })
    await multiCapture.refund('T1', { refundAmount: eur('50.00') })
    const error = await failureOf(multiCapture.capture('T1', { amount: eur('10.01') }))
    expect(error.outcome).toBe('not-sent')
    await multiCapture.capture('T1', { amount: eur('10.00') })
    expect(server.captured()).toBe(50_00)
  })

  it('is that of this order alone', async () => {
    const server = await startScript(
      json(200, { token: 'T1', openToCaptureAmount: number(0) }),
      json(200, { token: 'T2' }),
    )
    const { multiCapture } = clientFor(server.url)
    await multiCapture.capture('T1', { amount: eur('40.00') })
    expect(await multiCapture.capture('T2', { amount: eur('40.00') })).toEqual({ token: 'T2' })
  })

  it.each([
    ['in another currency', { amount: 1, currency: 'USD' }],
    ['not an amount', { amount: 'little', currency: 'EUR' }],
    ['missing', undefined],
    ['null', null],
  ])('is left to Scalapay when it is %s', async (_what, openToCaptureAmount) => {
    const server = await startScript(json(200, { token: 'T1', openToCaptureAmount }))
    const { multiCapture } = clientFor(server.url)
    await multiCapture.capture('T1', { amount: eur('40.00') })
    await multiCapture.capture('T1', { amount: eur('40.00') })
    expect(server.seen).toHaveLength(2)
  })

  it('does not follow when the caller changes the answer', async () => {
    const server = await startDelayedOrder(100_00)
    const { multiCapture } = clientFor(server.url)
    const answer = await multiCapture.capture('T1', { amount: eur('40.00') })
    Object.assign(answer.openToCaptureAmount ?? {}, { amount: '1.00' })
    await multiCapture.capture('T1', { amount: eur('60.00') })
    expect(server.captured()).toBe(100_00)
  })
})

it.each(['0.001', 'half', 40])('refuses %j as an amount, and sends nothing', async (amount) => {
  const server = await startScript(json(200, { token: 'T1' }))
  const input = { amount: { amount: amount as string, currency: 'EUR' } }
  const error = await failureOf(clientFor(server.url).multiCapture.capture('T1', input))
  expect(error).toMatchObject({ name: 'ScalapayRequestError', outcome: 'not-sent' })
  expect(server.seen).toEqual([])
})

import { describe, expect, it } from 'vitest'
import { eur, type Scalapay } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { hang, json, startScript } from '../support/scripted-server.js'

type Send = (payments: Scalapay['payments']) => Promise<unknown>

describe('a payment call', () => {
  it.each<[string, Send, string, object]>([
    [
      'captures everything',
      (payments) => payments.capture({ token: 'T1' }),
      '/v2/payments/capture',
      { token: 'T1' },
    ],
    [
      'captures a part',
      (payments) =>
        payments.capture({ token: 'T1', amount: eur('5'), merchantReference: 'order-1' }),
      '/v2/payments/capture',
      { token: 'T1', amount: eur('5.00'), merchantReference: 'order-1' },
    ],
    [
      'delays by five days',
      (payments) => payments.delay('T1'),
      '/v2/payments/T1/delay',
      { authorizationExpiryMilliseconds: 432_000_000 },
    ],
    [
      'delays by what it is told',
      (payments) => payments.delay('T1', { authorizationExpiryMilliseconds: 60_000 }),
      '/v2/payments/T1/delay',
      { authorizationExpiryMilliseconds: 60_000 },
    ],
    [
      'delays with a reference',
      (payments) => payments.delay('T1', { merchantReference: 'order-1' }),
      '/v2/payments/T1/delay',
      { merchantReference: 'order-1', authorizationExpiryMilliseconds: 432_000_000 },
    ],
    ['voids', (payments) => payments.void('T1'), '/v2/payments/T1/void', {}],
    [
      'voids with a reference',
      (payments) => payments.void('T1', { merchantReference: 'order-1' }),
      '/v2/payments/T1/void',
      { merchantReference: 'order-1' },
    ],
    [
      'refunds',
      (payments) =>
        payments.refund('T1', { refundAmount: eur('10'), merchantRefundReference: 'R1' }),
      '/v2/payments/T1/refund',
      { refundAmount: eur('10.00'), merchantRefundReference: 'R1' },
    ],
  ])('%s', async (_title, send, url, body) => {
    const server = await startScript(json(200, { token: 'T1', status: 'APPROVED' }))
    await send(clientFor(server.url).payments)
    const writes = server.seen.filter(({ method }) => method === 'POST')
    expect(writes).toMatchObject([{ url }])
    expect(JSON.parse(writes[0]?.body ?? '')).toEqual(body)
  })

  it('gives the answer with amounts in one form, and the status as it came', async () => {
    const answer = {
      token: 'T1',
      status: 'approved-in-part',
      totalAmount: { amount: 40.7, currency: 'EUR' },
    }
    const server = await startScript(json(200, answer))
    expect(await clientFor(server.url).payments.capture({ token: 'T1' })).toEqual({
      ...answer,
      totalAmount: eur('40.70'),
    })
  })
})

describe('S46 refund before capture', () => {
  const refund = { refundAmount: eur('10.00'), merchantRefundReference: 'R1' }

  it('is refused with the advice to void, and not sent', async () => {
    const server = await startScript(json(200, { token: 'T1', status: 'authorized' }))
    await expect(clientFor(server.url).payments.refund('T1', refund)).rejects.toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'not-sent',
      hint: 'Use payments.void to give the authorisation up.',
    })
    expect(server.seen.map(({ method }) => method)).toEqual(['GET'])
  })

  it.each([
    ['is charged', json(200, { token: 'T1', status: 'charged' })],
    [
      'is delayed, and may be captured in part',
      json(200, { token: 'T1', status: 'authorized', captureStatus: 'delayed' }),
    ],
    ['is refunded in part', json(200, { token: 'T1', status: 'refunded' })],
    ['has a state that is new', json(200, { token: 'T1', status: 'disputed' })],
    ['has a state that is no text', json(200, { token: 'T1', status: 7, captureStatus: 8 })],
    ['cannot be read just now', json(503, {})],
  ])('is left to Scalapay when the order %s', async (_title, order) => {
    const server = await startScript(order, json(200, { token: 'T1' }))
    await clientFor(server.url).payments.refund('T1', refund)
    expect(server.seen.map(({ method }) => method)).toEqual(['GET', 'POST'])
  })

  it('leaves most of the deadline to the refund when the read hangs', async () => {
    const server = await startScript(hang, json(200, { token: 'T1' }))
    const refunded = clientFor(server.url).payments.refund('T1', refund, { deadlineMs: 900 })
    expect(await refunded).toMatchObject({ token: 'T1' })
  })
})

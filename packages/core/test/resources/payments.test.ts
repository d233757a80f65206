import { describe, expect, it } from 'vitest'
import { eur, type Scalapay } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { json, startScript } from '../support/scripted-server.js'

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
    expect(server.seen).toHaveLength(1)
    expect(server.seen[0]).toMatchObject({ method: 'POST', url })
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(body)
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

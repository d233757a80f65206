import { describe, expect, it } from 'vitest'
import { type CreateInStoreOrderInput, eur } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, hang, json, type Step, startScript, text } from '../support/scripted-server.js'

const DEVICE_KEY = 'a-device-key-0123'

const order: CreateInStoreOrderInput = {
  totalAmount: eur('25.00'),
  preApprovalCode: '85633887',
  requestId: 'request-1',
  merchantOperatorId: 'till-3',
  merchantReference: 'order-1',
  items: [{ name: 'Lamp', category: 'home', sku: 'L1', quantity: 1, price: eur('25.00') }],
}

const connect = (url: string) => clientFor(url, { deviceApiKey: DEVICE_KEY, timeoutMs: 300 })

describe('S20 in-store timeout', () => {
  it.each<[string, Step, string]>([
    ['no answer comes', hang, 'ScalapayTimeoutError'],
    ['the connection is lost', drop, 'ScalapayConnectionError'],
    ['a gateway fails', text(502, '<html>'), 'ScalapayServerError'],
    ['the answer is empty', text(200, ''), 'ScalapayServerError'],
    ['a conflict is answered', json(409, { errorCode: 'x' }), 'ScalapayConflictError'],
  ])('is never repeated when %s', async (_title, step, name) => {
    const server = await startScript(step)
    const error = await failureOf(connect(server.url).inStore.create(order))
    expect(error).toMatchObject({ name, retryable: false, attempts: 1 })
    expect(server.seen).toHaveLength(1)
  })

  it('comes with the search that tells what became of it', async () => {
    const found = [{ orderToken: 'T1', merchantOrderReference: 'order-1' }]
    const server = await startScript(drop, json(200, found))
    const { inStore } = connect(server.url)
    const { findBy } = await failureOf(inStore.create(order))
    expect(findBy).toEqual({ merchantOrderReference: 'order-1' })
    expect(await inStore.find(findBy ?? {})).toEqual(found)
    expect(server.seen[1]?.url).toBe('/v1/instore/orders/references?merchantOrderReference=order-1')
  })

  it('has no search to make when nothing was done', async () => {
    const server = await startScript(json(400, { errorCode: 'api_validationerror' }))
    const error = await failureOf(connect(server.url).inStore.create(order))
    expect([error.outcome, error.findBy]).toEqual(['rejected', undefined])
  })
})

describe('a call at the till', () => {
  it.each([
    ['creates', 'POST /v1/instore/orders', ({ inStore }) => inStore.create(order)],
    ['reads', 'GET /v1/instore/orders/T1', ({ inStore }) => inStore.get('T1')],
    [
      'refunds',
      'POST /v1/instore/orders/T1/refund',
      ({ inStore }) =>
        inStore.refund('T1', {
          requestId: 'request-2',
          merchantOperatorId: 'till-3',
          refundAmount: eur('5.00'),
        }),
    ],
    [
      'makes a link',
      'POST /v2/instore/paybylink/orders',
      ({ payByLink }) => payByLink.create({ totalAmount: eur('25.00'), type: 'link' }),
    ],
    [
      'withdraws a link',
      'POST /v2/instore/paybylink/orders/T1/void',
      ({ payByLink }) => payByLink.void('T1'),
    ],
  ] satisfies [string, string, (client: ReturnType<typeof connect>) => Promise<unknown>][])(
    '%s with the device key and without an idempotency key',
    async (_title, line, call) => {
      const server = await startScript(
        json(200, { token: 'T1', status: 'charged', checkoutUrl: 'https://portal.example/T1' }),
      )
      await call(connect(server.url))
      const [request] = server.seen
      expect(`${request?.method} ${request?.url}`).toBe(line)
      expect(request?.headers).toMatchObject({ authorization: `Bearer ${DEVICE_KEY}` })
      expect(request?.headers).not.toHaveProperty('idempotency-key')
    },
  )

  it('gives numeric amounts of an answer two decimals', async () => {
    const answer = { refundAmount: { amount: 10, currency: 'EUR' } }
    const server = await startScript(json(200, answer))
    const refund = { requestId: 'r', merchantOperatorId: 'o', refundAmount: eur('10.00') }
    expect(await connect(server.url).inStore.refund('T1', refund)).toEqual({
      refundAmount: eur('10.00'),
    })
  })
})

import { describe, expect, it } from 'vitest'
import { eur, type Scalapay } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, type Step, startScript } from '../support/scripted-server.js'

const DO_NOT_REPEAT = /^Do not repeat it: it carries no idempotency key/
const REPEAT = /Repeat (it )?with the same idempotency key/
const REPEAT_REFUND = /Repeat it soon with the same reference and amount/
const READ_AGAIN = 'Nothing was changed. Read again.'

type Send = (client: Scalapay) => Promise<unknown>

const amount = eur('1.00')
const refund = { refundAmount: amount, merchantRefundReference: 'R1' }
const atTill = { requestId: 'R1', merchantOperatorId: '7' }
const charge = { ...atTill, totalAmount: amount, preApprovalCode: '85633887', items: [] }
/** What a refund reads first. */
const order = json(200, { token: 'T1', status: 'charged' })

interface Row {
  operation: string
  send: Send
  before?: Step[]
  hint: RegExp | string
}

const aboutOneOrder: Row[] = [
  row('capturePayment', ({ payments }) => payments.capture({ token: 'T1' }), REPEAT),
  row('delayPayment', ({ payments }) => payments.delay('T1'), REPEAT),
  row('voidPayment', ({ payments }) => payments.void('T1'), REPEAT),
  {
    ...row('refundPayment', (c) => c.payments.refund('T1', refund), REPEAT_REFUND),
    before: [order],
  },
  row('updateOrder', (c) => c.orders.update('T1', { merchantReference: 'o' }), REPEAT),
  row('getOrder', ({ orders }) => orders.get('T1'), READ_AGAIN),
  row('getInStoreOrder', ({ inStore }) => inStore.get('T1'), READ_AGAIN),
  row(
    'refundInStoreOrder',
    (c) => c.inStore.refund('T1', { ...atTill, refundAmount: amount }),
    DO_NOT_REPEAT,
  ),
  row('voidInStorePayByLinkOrder', ({ payByLink }) => payByLink.void('T1'), DO_NOT_REPEAT),
  row('captureDelayedPayment', (c) => c.multiCapture.capture('T1', { amount }), DO_NOT_REPEAT),
  row('refundDelayedPayment', (c) => c.multiCapture.refund('T1', refund), DO_NOT_REPEAT),
  row('voidDelayedPayment', ({ multiCapture }) => multiCapture.void('T1'), DO_NOT_REPEAT),
]

const lists: Row[] = [
  row('findOrders', ({ orders }) => orders.find({ orderToken: 'T1' }), READ_AGAIN),
  row('findInStoreOrders', ({ inStore }) => inStore.find({ orderToken: 'T1' }), READ_AGAIN),
  row('getConfigurations', ({ configurations }) => configurations.get(), READ_AGAIN),
]

const checkouts: Row[] = [
  row('createOrder', ({ orders }) => orders.create(sampleOrder()), REPEAT),
  row(
    'createInStorePayByLinkOrder',
    ({ payByLink }) => payByLink.create({ totalAmount: amount, merchantReference: 'o' }),
    DO_NOT_REPEAT,
  ),
]

const tillOrder = row(
  'createInStoreOrder',
  ({ inStore }) => inStore.create({ ...charge, merchantReference: 'o' }),
  DO_NOT_REPEAT,
)

function row(operation: string, send: Send, hint: RegExp | string): Row {
  return { operation, send, hint }
}

/** The error of a call that is answered so, once. */
async function failureWith(answer: unknown, { send, before = [] }: Row) {
  const server = await startScript(
    ...before,
    json(200, answer, { 'x-amzn-requestid': 'request-1' }),
  )
  const options = { deviceApiKey: 'device-key', retry: false } as const
  return failureOf(send(clientFor(server.url, options)))
}

function expectUnknown({ operation, hint }: Row, problem: string) {
  return {
    name: 'ScalapayServerError',
    message: `${operation}: Scalapay answered 200, but ${problem}.`,
    operation,
    outcome: 'unknown',
    retryable: hint !== DO_NOT_REPEAT,
    httpStatusCode: 200,
    attempts: 1,
    requestId: 'request-1',
    hint: typeof hint === 'string' ? hint : expect.stringMatching(hint),
  }
}

describe('an answer about another order', () => {
  it.each(aboutOneOrder)('is not believed by $operation', async (entry) => {
    const error = await failureWith({ token: 'T2', status: 'APPROVED' }, entry)
    expect(error).toMatchObject(expectUnknown(entry, 'the answer is about another order'))
  })
})

describe('a call that is answered with something else', () => {
  const other = json(200, { token: 'T2', status: 'APPROVED' })
  const approved = json(200, { token: 'T1', status: 'APPROVED' })

  it('is repeated under the same key', async () => {
    const server = await startScript(other, approved)
    const capture = await clientFor(server.url).payments.capture({ token: 'T1' })
    expect(capture).toEqual({ token: 'T1', status: 'APPROVED' })
    const [first, second] = server.seen.map(({ headers }) => headers['idempotency-key'])
    expect(second).toBe(first)
  })

  it('is asked for again where it is a read that says nothing', async () => {
    const server = await startScript(json(200, { message: 'ok' }), order)
    const read = await clientFor(server.url).orders.get('T1')
    expect(read).toEqual({ token: 'T1', status: 'charged' })
    expect(server.seen).toHaveLength(2)
  })

  it('is not repeated where it takes no key', async () => {
    const server = await startScript(other, approved)
    const { inStore } = clientFor(server.url, { deviceApiKey: 'device-key' })
    await failureOf(inStore.refund('T1', { ...atTill, refundAmount: amount }))
    expect(server.seen).toHaveLength(1)
  })
})

describe('a success that says nothing', () => {
  it.each([...aboutOneOrder, ...checkouts, tillOrder])(
    'is not a success of $operation',
    async (entry) => {
      const error = await failureWith({ message: 'ok' }, entry)
      expect(error).toMatchObject(expectUnknown(entry, 'the answer says nothing of what was asked'))
    },
  )

  it.each(lists)('is not a success of $operation', async (entry) => {
    for (const answer of [{ message: 'ok' }, [null]]) {
      const error = await failureWith(answer, entry)
      expect(error).toMatchObject(expectUnknown(entry, 'the answer is not a list'))
    }
  })

  it('leaves what a create can be looked up by', async () => {
    for (const entry of [...checkouts, tillOrder]) {
      const error = await failureWith({}, entry)
      expect(error.findBy).toEqual({ merchantOrderReference: expect.any(String) })
    }
  })
})

describe('an answer of the shape that was observed', () => {
  it.each<[string, object, Send]>([
    ['a refund of 2019', { refundId: 'trr_1' }, ({ payments }) => payments.refund('T1', refund)],
    [
      'a refund at the till without a token',
      { requestId: 'R1', merchantOperatorId: '7', refundAmount: amount },
      ({ inStore }) => inStore.refund('T1', { ...atTill, refundAmount: amount }),
    ],
    [
      'a capture with its status alone',
      { status: 'APPROVED' },
      (c) => c.payments.capture({ token: 'T1' }),
    ],
    [
      'a token that is null',
      { token: null, status: 'APPROVED' },
      (c) => c.payments.capture({ token: 'T1' }),
    ],
  ])('is taken: %s', async (_title, answer, send) => {
    const server = await startScript(json(200, answer))
    const client = clientFor(server.url, { deviceApiKey: 'device-key' })
    await expect(send(client)).resolves.toMatchObject(answer)
  })
})

describe('multi-capture', () => {
  it('holds nothing of an answer about another order against this one, but that it is unsure', async () => {
    const other = { token: 'T2', status: 'AUTHORIZED', openToCaptureAmount: amount }
    const server = await startScript(json(200, other), json(200, { ...other, token: 'T3' }))
    const { multiCapture } = clientFor(server.url)
    await failureOf(multiCapture.capture('T1', { amount }))
    const again = await failureOf(multiCapture.capture('T1', { amount: eur('33.33') }))
    expect(again.message).toBe(
      'captureDelayedPayment: an earlier write on this order has an unknown outcome.',
    )
    await multiCapture.capture('T3', { amount })
  })
})

describe('a stored answer', () => {
  const stored = { 'request-idempotency': 'true' }
  const open = json(200, { token: 'T1', status: 'authorized' })
  const approved = json(200, { token: 'T1', status: 'APPROVED' })

  it('about another order does not prove that a capture came to nothing', async () => {
    const server = await startScript(json(200, { token: 'T2', status: 'PENDING' }, stored), open)
    const { payments } = clientFor(server.url, { retry: false })
    const error = await failureOf(payments.capture({ token: 'T1' }))
    expect(error).toMatchObject({
      message: 'capturePayment: Scalapay answered 200, but the answer is about another order.',
      outcome: 'unknown',
    })
    expect(server.seen).toHaveLength(1)
  })

  it('that says nothing does not block a capture of an order that is still open', async () => {
    const server = await startScript(json(200, { message: 'ok' }, stored), open, approved)
    const capture = await clientFor(server.url).payments.capture({ token: 'T1' })
    expect(capture).toEqual({ token: 'T1', status: 'APPROVED' })
    const keys = server.seen.map(({ headers }) => headers['idempotency-key'])
    expect(new Set([keys[0], keys[2]]).size).toBe(2)
  })

  it('that says nothing is not asked for again', async () => {
    const server = await startScript(order, json(200, { message: 'ok' }, stored))
    const error = await failureOf(clientFor(server.url).payments.refund('T1', refund))
    expect(error).toMatchObject({
      outcome: 'unknown',
      retryable: false,
      hint: expect.stringMatching(/^This is the stored answer/),
    })
    expect(server.seen).toHaveLength(2)
  })
})

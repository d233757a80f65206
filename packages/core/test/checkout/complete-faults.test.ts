import { describe, expect, it } from 'vitest'
import { completeCheckout } from '../../src/checkout/complete.js'
import {
  eur,
  type Order,
  type RequestOptions,
  ScalapayConflictError,
  ScalapayTimeoutError,
} from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { anAuthorizedOrder, type Fault, startOrderServer } from '../support/order-server.js'
import { drop, json, startScript, text } from '../support/scripted-server.js'

const input = {
  token: 'T1',
  expect: { merchantReference: 'order-1', totalAmount: eur('190.00') },
}
const charged = { status: 'charged', captureStatus: 'captured' }
const lost: Fault = { commits: true, answer: drop }
const failed: Fault = { commits: false, answer: text(500, '') }
const conflict = json(409, { errorCode: 'conflicting_operation_in_progress' })
const busy: Fault = { commits: false, answer: conflict }
const READ = 'GET /v2/payments/T1'
const CAPTURE = 'POST /v2/payments/capture'

describe('a capture whose answer is lost', () => {
  it('is repeated with the same key, and the money is taken once', async () => {
    const server = await startOrderServer(anAuthorizedOrder(), lost)
    const completed = await clientFor(server.url).checkout.complete(input)
    expect(completed).toMatchObject({ outcome: 'captured', changed: false })
    expect(server.calls()).toEqual([READ, CAPTURE, CAPTURE])
    expect(server.captured).toEqual(['190.00'])
  })

  it('is resolved by reading the order when it may not be repeated', async () => {
    const server = await startOrderServer(anAuthorizedOrder(), lost)
    const { checkout } = clientFor(server.url, { retry: false })
    const completed = await checkout.complete(input)
    expect(completed).toMatchObject({ outcome: 'captured', changed: false, order: charged })
    expect(server.calls()).toEqual([READ, CAPTURE, READ])
  })

  it('stays unknown when the order is still open', async () => {
    const server = await startOrderServer(anAuthorizedOrder(), failed)
    const error = await failureOf(clientFor(server.url, { retry: false }).checkout.complete(input))
    expect(error).toMatchObject({ name: 'ScalapayServerError', outcome: 'unknown' })
    expect(server.calls()).toEqual([READ, CAPTURE, READ])
  })

  it('is found settled by the next process', async () => {
    const server = await startOrderServer(anAuthorizedOrder(), failed)
    const client = clientFor(server.url, { retry: false })
    await failureOf(client.checkout.complete(input))
    const next = await clientFor(server.url).checkout.complete(input)
    expect(next).toMatchObject({ outcome: 'captured', changed: true })
    expect(server.captured).toEqual(['190.00'])
  })

  it('keeps its own error when the order cannot be read either', async () => {
    const order = json(200, anAuthorizedOrder())
    const server = await startScript(order, text(503, ''), text(401, '"Unauthorized"'))
    const { checkout } = clientFor(server.url, { retry: false })
    expect(await failureOf(checkout.complete(input))).toMatchObject({
      name: 'ScalapayServerError',
      operation: 'capturePayment',
      outcome: 'unknown',
    })
  })
})

describe('a capture that meets another operation', () => {
  it('waits, repeats with the same key and reads what the other one did', async () => {
    const other: Fault = { ...busy, meanwhile: charged }
    const server = await startOrderServer(anAuthorizedOrder(), busy, other)
    const completed = await clientFor(server.url).checkout.complete(input)
    expect(completed).toMatchObject({ outcome: 'captured', changed: false, order: charged })
    expect(server.captured).toEqual([])
  })

  it('captures after all when the other one came to nothing', async () => {
    const server = await startOrderServer(anAuthorizedOrder(), busy, busy, busy, busy)
    const completed = await clientFor(server.url).checkout.complete(input)
    expect(completed).toMatchObject({ outcome: 'captured', changed: true })
    expect(server.captured).toEqual(['190.00'])
  })

  it('gives up in the end, with the conflict', async () => {
    const server = await startOrderServer(anAuthorizedOrder(), ...new Array(100).fill(busy))
    const error = await failureOf(clientFor(server.url).checkout.complete(input))
    expect(error).toMatchObject({ name: 'ScalapayConflictError', retryable: true })
    expect(server.captured).toEqual([])
    expect(server.calls().length).toBeLessThan(50)
  })

  it('leaves it open what became of an order that was meanwhile bound to something else', async () => {
    const meanwhile = { orderDetails: { merchantReference: 'order-2' } }
    const server = await startOrderServer(anAuthorizedOrder(), { ...busy, meanwhile })
    const { checkout } = clientFor(server.url, { retry: false })
    expect(await failureOf(checkout.complete(input))).toMatchObject({
      message: 'getOrder: the order is not the expected one any more.',
      operation: 'checkout.complete',
      outcome: 'unknown',
    })
    expect(server.captured).toEqual([])
  })
})

describe('a capture that is refused', () => {
  it('is read about, since somebody may have been quicker', async () => {
    const answer = json(400, { errorCode: 'already_captured' })
    const quicker: Fault = { commits: false, answer, meanwhile: charged }
    const server = await startOrderServer(anAuthorizedOrder(), quicker)
    const completed = await clientFor(server.url).checkout.complete(input)
    expect(completed).toMatchObject({ outcome: 'captured', changed: false })
  })

  it('ends with the refusal when the order is still open', async () => {
    const answer = json(400, { errorCode: 'pre_condition_failed', message: 'not now' })
    const server = await startOrderServer(anAuthorizedOrder(), { commits: false, answer })
    expect(await failureOf(clientFor(server.url).checkout.complete(input))).toMatchObject({
      name: 'ScalapayRequestError',
      message: 'not now',
      outcome: 'rejected',
    })
  })
})

describe('a capture that is not approved', () => {
  const declined = json(200, { token: 'T1', status: 'DECLINED' })

  it.each([
    ['captured', charged],
    ['refunded', { status: 'refunded' }],
    ['voided', { status: 'expired', captureStatus: 'voided' }],
    ['expired', { status: 'expired' }],
  ])('is not called declined when the order was meanwhile %s', async (outcome, meanwhile) => {
    const fault = { commits: false, answer: declined, meanwhile }
    const server = await startOrderServer(anAuthorizedOrder(), fault)
    const completed = await clientFor(server.url).checkout.complete(input)
    expect(completed).toMatchObject({ outcome, changed: false, order: meanwhile })
    expect(server.calls()).toEqual([READ, CAPTURE, READ])
  })

  it('leaves it open what became of the order when that cannot be read', async () => {
    const order = json(200, anAuthorizedOrder())
    const server = await startScript(order, declined, text(503, ''))
    const { checkout } = clientFor(server.url, { retry: false })
    expect(await failureOf(checkout.complete(input))).toMatchObject({
      name: 'ScalapayServerError',
      operation: 'checkout.complete',
      outcome: 'unknown',
    })
  })
})

describe('an order that cannot be read', () => {
  it('ends with that error, and nothing is captured', async () => {
    const server = await startScript(json(422, { errorCode: 'invalid_token' }))
    const error = await failureOf(clientFor(server.url).checkout.complete(input))
    expect(error).toMatchObject({ name: 'ScalapayOrderNotFoundError', operation: 'getOrder' })
    expect(server.seen).toHaveLength(1)
  })
})

describe('the deadline', () => {
  /** Completes over ports that take time and note what they were left; the capture never answers. */
  async function deadlinesOf(order: Order, options: RequestOptions, stepMs: number) {
    const clock = manualClock()
    const deadlines: (number | undefined)[] = []
    const pass = (given?: RequestOptions) => {
      deadlines.push(given?.deadlineMs)
      clock.advance(stepMs)
    }
    const get = async (_token: string, given?: RequestOptions) => {
      pass(given)
      return order
    }
    const capture = async (_input: unknown, given?: RequestOptions) => {
      pass(given)
      throw new ScalapayTimeoutError('slow', { outcome: 'unknown' })
    }
    const tools = {
      orders: { get, find: async () => [] },
      payments: { capture, delay: () => capture(undefined) },
      clock,
      random: () => 0,
      deadlineMs: 30_000,
    }
    await failureOf(completeCheckout(input, tools, options))
    return deadlines
  }

  it.each([
    ['the client', {}, 10_000, [30_000, 20_000, 10_000]],
    ['the call', { deadlineMs: 5_000 }, 1_999.5, [5_000, 3_001, 1_001]],
    ['a call that is late', { deadlineMs: 5_000 }, 6_000, [5_000, 1, 1]],
  ])('of %s is one for all requests', async (_title, options, stepMs, deadlines) => {
    expect(
      await deadlinesOf(anAuthorizedOrder({ totalAmount: eur('190') }), options, stepMs),
    ).toEqual(deadlines)
  })

  it('leaves an error of the ports alone that is none of this package', async () => {
    const broken = async () => {
      throw new TypeError('a bug')
    }
    const order = anAuthorizedOrder({ totalAmount: eur('190') })
    const tools = {
      orders: { get: async () => order, find: async () => [] },
      payments: { capture: broken, delay: broken },
      clock: manualClock(),
      random: () => 0,
      deadlineMs: 30_000,
    }
    await expect(completeCheckout(input, tools)).rejects.toThrow(new TypeError('a bug'))
  })
})

describe('a conflict that lasts', () => {
  it('is waited for with growing pauses, then thrown', async () => {
    const clock = manualClock()
    const pauses: number[] = []
    const impatient = {
      ...clock,
      schedule: (callback: () => void, delayMs: number) => {
        pauses.push(delayMs)
        queueMicrotask(callback)
        return () => undefined
      },
    }
    const order = anAuthorizedOrder({ totalAmount: eur('190') })
    const capture = async () => {
      throw new ScalapayConflictError('busy', { outcome: 'rejected' })
    }
    const tools = {
      orders: { get: async () => order, find: async () => [] },
      payments: { capture, delay: capture },
      clock: impatient,
      random: () => 0.5,
      deadlineMs: 30_000,
    }
    await expect(completeCheckout(input, tools)).rejects.toThrow(ScalapayConflictError)
    expect(pauses).toEqual([250, 500, 1000, 2000])
  })
})

import { describe, expect, it } from 'vitest'
import { sweepOrders } from '../../src/checkout/sweep.js'
import type { CompleteInput, SweepResult } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, hang, json } from '../support/scripted-server.js'
import { openOrder, startShop } from './shop-server.js'

const TOKENS = ['T1', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'T8', 'T9']
const authorized = () => Object.fromEntries(TOKENS.map((token) => [token, {}]))
const outcomes = (results: SweepResult[]) =>
  Object.fromEntries(results.map((one) => [one.token, one.outcome ?? one.error.name]))

describe('a sweep', () => {
  it('captures every authorised order once', async () => {
    const server = await startShop(authorized())
    const results = await clientFor(server.url).checkout.sweep(TOKENS.map(openOrder))
    expect(outcomes(results)).toEqual(Object.fromEntries(TOKENS.map((one) => [one, 'captured'])))
    expect(results.every(({ changed }) => changed)).toBe(true)
    expect(server.captured.sort()).toEqual(TOKENS)
  })

  it('takes no money a second time', async () => {
    const server = await startShop(authorized())
    const { checkout } = clientFor(server.url)
    await checkout.sweep(TOKENS.map(openOrder))
    const again = await checkout.sweep(TOKENS.map(openOrder))
    expect(again.filter(({ changed }) => changed)).toEqual([])
    expect(server.captured).toHaveLength(TOKENS.length)
  })

  it('does for each order what is asked for it', async () => {
    const server = await startShop({ T1: {}, T2: {} })
    const open = [{ ...openOrder('T1'), capture: 'none' as const }, openOrder('T2')]
    const results = await clientFor(server.url).checkout.sweep(open)
    expect(outcomes(results)).toEqual({ T1: 'authorized', T2: 'captured' })
    expect(server.captured).toEqual(['T2'])
  })

  it('has nothing to do for an empty list', async () => {
    const server = await startShop({})
    expect(await clientFor(server.url).checkout.sweep([])).toEqual([])
    expect(server.seen).toEqual([])
  })
})

it('S02 webhook off: the sweep finds the order that was approved and captures it', async () => {
  const server = await startShop({ T1: {} })
  const results = await clientFor(server.url).checkout.sweep([openOrder('T1')])
  expect(results).toMatchObject([
    { token: 'T1', outcome: 'captured', changed: true, order: { status: 'charged' } },
  ])
  expect(server.captured).toEqual(['T1'])
})

it('S12 abandoned: the sweep says that an order has expired, or is still open, and moves nothing', async () => {
  const server = await startShop({ T1: { status: 'expired' }, T2: { status: 'created' } })
  const results = await clientFor(server.url).checkout.sweep([openOrder('T1'), openOrder('T2')])
  expect(outcomes(results)).toEqual({ T1: 'expired', T2: 'pending' })
  expect(server.seen.map(({ method }) => method)).toEqual(['GET', 'GET'])
})

describe('one order that fails does not stop the others:', () => {
  it.each([
    [
      'unknown to Scalapay',
      json(422, { errorCode: 'invalid_token' }),
      'ScalapayOrderNotFoundError',
    ],
    ['unreadable', json(500, {}), 'ScalapayServerError'],
    ['out of reach', drop, 'ScalapayConnectionError'],
  ])('%s', async (_what, fault, name) => {
    const server = await startShop(authorized(), { fault: { T2: fault } })
    const results = await clientFor(server.url).checkout.sweep(TOKENS.map(openOrder), {
      concurrency: 1,
      maxAttempts: 1,
    })
    expect(outcomes(results)).toEqual({
      ...Object.fromEntries(TOKENS.map((one) => [one, 'captured'])),
      T2: name,
    })
    expect(server.captured).not.toContain('T2')
  })

  it('of another amount than the shop means', async () => {
    const server = await startShop({ T1: { totalAmount: { amount: 10, currency: 'EUR' } }, T2: {} })
    const results = await clientFor(server.url).checkout.sweep([openOrder('T1'), openOrder('T2')])
    expect(outcomes(results)).toEqual({ T1: 'mismatch', T2: 'captured' })
    expect(server.captured).toEqual(['T2'])
  })

  it('that the shop has no record of', async () => {
    const server = await startShop({ T1: {}, T2: {} })
    const open = [{ token: 'T1' } as CompleteInput, openOrder('T2')]
    const results = await clientFor(server.url).checkout.sweep(open)
    expect(outcomes(results)).toEqual({ T1: 'ScalapayRequestError', T2: 'captured' })
  })
})

describe('concurrency', () => {
  it.each([
    [undefined, 4],
    [1, 1],
    [3, 3],
    [64, 9],
  ])('of %s works on %i orders at once', async (concurrency, most) => {
    const server = await startShop(authorized(), { holdUntil: most })
    const { checkout } = clientFor(server.url)
    await checkout.sweep(TOKENS.map(openOrder), { concurrency })
    expect(server.mostAtOnce()).toBe(most)
    expect(server.captured).toHaveLength(TOKENS.length)
  })

  it('under a misspelt name is refused once, and not for each order', async () => {
    const server = await startShop(authorized())
    const options = { concurency: 9 } as object
    const sweep = clientFor(server.url).checkout.sweep(TOKENS.map(openOrder), options)
    expect((await failureOf(sweep)).message).toMatch(
      /^checkout\.sweep: options are wrong\. concurency: not an option\. .*concurrency/,
    )
    expect(server.seen).toEqual([])
  })

  it.each([0, -1, 1.5, 65, Number.NaN, '4'])('of %s is refused', async (concurrency) => {
    const server = await startShop(authorized())
    const options = { concurrency: concurrency as number }
    const sweep = clientFor(server.url).checkout.sweep(TOKENS.map(openOrder), options)
    expect(await failureOf(sweep)).toMatchObject({
      name: 'ScalapayRequestError',
      message: 'checkout.sweep: concurrency must be a whole number from 1 to 64.',
      outcome: 'not-sent',
    })
    expect(server.seen).toEqual([])
  })
})

describe('a list that comes in pieces', () => {
  it('is taken from as orders are done, and closed at its end', async () => {
    const server = await startShop(authorized())
    let taken = 0
    let isClosed = false
    let mostAhead = 0
    async function* cursor() {
      try {
        for (const token of TOKENS) {
          taken += 1
          mostAhead = Math.max(mostAhead, taken - server.captured.length)
          yield openOrder(token)
        }
      } finally {
        isClosed = true
      }
    }
    const results = await clientFor(server.url).checkout.sweep(cursor(), { concurrency: 2 })
    expect(results).toHaveLength(TOKENS.length)
    expect(mostAhead).toBe(2)
    expect(isClosed).toBe(true)
  })

  it('and breaks ends the sweep with its error, after the orders at hand', async () => {
    const server = await startShop(authorized())
    const broken = new Error('the cursor was lost')
    async function* cursor() {
      yield openOrder('T1')
      yield openOrder('T2')
      throw broken
    }
    const heard: SweepResult[] = []
    const options = { concurrency: 3, onResult: (result: SweepResult) => heard.push(result) }
    const sweep = clientFor(server.url).checkout.sweep(cursor(), options)
    await expect(sweep).rejects.toBe(broken)
    expect(server.captured.sort()).toEqual(['T1', 'T2'])
    // What was done before is not lost with the list.
    expect(outcomes(heard)).toEqual({ T1: 'captured', T2: 'captured' })
  })

  it('and holds something else than orders ends the sweep, and no more are taken', async () => {
    const server = await startShop(authorized())
    let isClosed = false
    async function* cursor() {
      try {
        yield null as unknown as CompleteInput
        for (const token of TOKENS) yield openOrder(token)
      } finally {
        isClosed = true
      }
    }
    const sweep = clientFor(server.url).checkout.sweep(cursor(), { concurrency: 2 })
    await expect(sweep).rejects.toBeInstanceOf(TypeError)
    expect(server.captured).toEqual(['T1'])
    expect(isClosed).toBe(true)
  })
})

it("an error that is not Scalapay's is a defect, and ends the sweep", async () => {
  const defect = new TypeError('a defect')
  const complete = () => Promise.reject(defect)
  await expect(sweepOrders(TOKENS.map(openOrder), complete)).rejects.toBe(defect)
})

describe("the caller's signal", () => {
  it('ends the orders at hand, takes no others and closes the list', async () => {
    const server = await startShop(authorized(), { fault: { T3: hang, T4: hang } })
    const controller = new AbortController()
    const taken: string[] = []
    let isClosed = false
    function* cursor() {
      try {
        for (const token of TOKENS) {
          taken.push(token)
          yield openOrder(token)
        }
      } finally {
        isClosed = true
      }
    }
    const options = { concurrency: 2, signal: controller.signal }
    const sweep = clientFor(server.url).checkout.sweep(cursor(), options)
    // Two requests for each of the first two orders, and the reads of the next two.
    await server.received(6)
    controller.abort()
    const results = await sweep
    expect(outcomes(results)).toEqual({
      T1: 'captured',
      T2: 'captured',
      T3: 'ScalapayAbortError',
      T4: 'ScalapayAbortError',
    })
    expect(taken).toEqual(['T1', 'T2', 'T3', 'T4'])
    expect(isClosed).toBe(true)
    expect(server.seen).toHaveLength(6)
  })

  it('that fired before takes no order at all', async () => {
    const server = await startShop(authorized())
    const options = { signal: AbortSignal.abort() }
    const { checkout } = clientFor(server.url)
    expect(await checkout.sweep(TOKENS.map(openOrder), options)).toEqual([])
    expect(server.seen).toEqual([])
  })
})

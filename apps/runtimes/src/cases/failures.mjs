// @ts-check
import { eur, isScalapayError, ScalapayError } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { equal, failureOf } from '../equal.mjs'
import { aTillOrder } from '../world.mjs'

/** @param {any} error */
const gist = ({ name, outcome, httpStatusCode, attempts }) => [
  name,
  outcome,
  httpStatusCode,
  attempts,
]

/** @type {import('../world.mjs').Cases} */
export const failureCases = {
  'says which field was refused': async (world) => {
    const order = sampleOrder({ merchantReference: 'refused', items: [] })
    const error = await failureOf(() =>
      world.connect().orders.create({ ...order, consumer: /** @type {any} */ ({}) }),
    )
    equal(gist(error), ['ScalapayRequestError', 'rejected', 400, 1])
    equal(error.validationErrors[0].path[0], 'consumer')
  },

  'tells an unknown token from other refusals': async (world) => {
    const error = await failureOf(() => world.connect().orders.get('NOSUCHTOKEN'))
    equal(gist(error), ['ScalapayOrderNotFoundError', 'rejected', 422, 1])
  },

  'explains a refused key without showing it': async (world) => {
    const apiKey = 'a-key-of-somebody-else'
    const error = await failureOf(() => world.connect({ apiKey }).orders.get('T1'))
    equal(gist(error), ['ScalapayAuthenticationError', 'rejected', 401, 1])
    equal(`${error.stack} ${JSON.stringify(error)} ${error.cause}`.includes(apiKey), false)
  },

  'shows no key of a client that is printed': async (world) => {
    const apiKey = 'a-key-that-is-never-shown'
    const client = world.connect({ apiKey })
    const { inspect = String } =
      /** @type {any} */ (globalThis).Deno ?? /** @type {any} */ (globalThis).Bun ?? {}
    equal(`${inspect(client)} ${JSON.stringify(client)}`.includes(apiKey), false)
  },

  'repeats what failed at a gateway': async (world) => {
    const token = await world.approvedOrder('gateway')
    await world.fault('html-502', { operation: 'getOrder' })
    const order = await world.connect().orders.get(token)
    equal(order.token, token)
  },

  'refuses an answer that is no JSON': async (world) => {
    const token = await world.approvedOrder('malformed')
    await world.fault('malformed-json', { operation: 'getOrder' })
    const error = await failureOf(() => world.connect({ retry: false }).orders.get(token))
    equal(gist(error), ['ScalapayServerError', 'unknown', 200, 1])
  },

  'sends a capture again under the same key when the answer was lost': async (world) => {
    const token = await world.approvedOrder('lost-answer')
    await world.fault('reset-after', { operation: 'capturePayment' })
    await world.connect().payments.capture({ token })
    equal(await world.movements(token), [['capture', 10_000]])
    const keys = await captureKeys(world, token)
    equal([keys.length, new Set(keys).size], [2, 1])
  },

  // A runtime may repeat a request by itself when a connection breaks that it had kept.
  'charges once in a shop when the answer is lost, though a connection was kept': async (world) => {
    const { inStore, configurations } = world.connect()
    await configurations.get()
    await world.fault('reset-after', { operation: 'createInStoreOrder' })
    const error = await failureOf(() => inStore.create(aTillOrder('till-1')))
    equal(gist(error), ['ScalapayConnectionError', 'unknown', undefined, 1])
    const found = await inStore.find(error.findBy)
    equal(found.length, 1)
  },

  'ends a request that takes too long, and does not know what became of it': async (world) => {
    const token = await world.approvedOrder('slow')
    await world.fault('latency=3000', { operation: 'capturePayment' })
    const scalapay = world.connect({ retry: false, timeoutMs: 500 })
    const error = await failureOf(() => scalapay.payments.capture({ token }))
    equal(gist(error), ['ScalapayTimeoutError', 'unknown', undefined, 1])
  },

  'ends a body that drips under the same limit': async (world) => {
    const token = await world.approvedOrder('drip')
    await world.fault('drip=200', { operation: 'getOrder' })
    const scalapay = world.connect({ retry: false, timeoutMs: 500 })
    const error = await failureOf(() => scalapay.orders.get(token))
    equal(gist(error).slice(0, 2), ['ScalapayTimeoutError', 'unknown'])
  },

  "ends with the caller's signal": async (world) => {
    const token = await world.approvedOrder('aborted')
    await world.fault('latency=3000', { operation: 'capturePayment' })
    const controller = new AbortController()
    const capture = world
      .connect()
      .payments.capture({ token, amount: eur('100.00') }, { signal: controller.signal })
    await arrival(world, token)
    controller.abort()
    equal(gist(await failureOf(() => capture)).slice(0, 2), ['ScalapayAbortError', 'unknown'])
  },

  'sends nothing once the signal has fired': async (world) => {
    const error = await failureOf(() =>
      world.connect().orders.get('T1', { signal: AbortSignal.abort() }),
    )
    equal(gist(error), ['ScalapayAbortError', 'not-sent', undefined, 0])
  },

  'reports that nobody listens': async (world) => {
    const scalapay = world.connect({ baseUrl: world.settings.closedUrl, retry: false })
    const error = await failureOf(() => scalapay.payments.capture({ token: 'T1' }))
    equal(gist(error), ['ScalapayConnectionError', world.settings.refused, undefined, 1])
  },

  'follows no redirect with the key': async (world) => {
    const scalapay = world.connect({ baseUrl: world.settings.strangerUrl, retry: false })
    const error = await failureOf(() => scalapay.orders.get('T1'))
    equal(gist(error).slice(0, 2), ['ScalapayServerError', 'unknown'])
    const seen = await (await fetch(`${world.settings.strangerUrl}/seen`)).json()
    equal(seen, [])
  },

  'makes an error of the same class again from JSON': async (world) => {
    const error = await failureOf(() => world.connect().orders.get('NOSUCHTOKEN'))
    const again = ScalapayError.fromJSON(JSON.parse(JSON.stringify(error)))
    equal([isScalapayError(again), gist(again)], [true, gist(error)])
  },
}

/**
 * Waits until a capture has reached the emulator.
 *
 * @param {import('../world.mjs').World} world
 * @param {string} token
 */
async function arrival(world, token) {
  while ((await captureKeys(world, token)).length === 0);
}

/**
 * @param {import('../world.mjs').World} world
 * @param {string} token
 * @returns {Promise<string[]>} the idempotency keys of the captures that have arrived
 */
async function captureKeys(world, token) {
  const requests = await world.control('requests')
  return requests
    .filter(
      (/** @type {any} */ { operation, body }) =>
        operation === 'capturePayment' && body.includes(token),
    )
    .map((/** @type {any} */ { headers }) => headers['idempotency-key'])
}

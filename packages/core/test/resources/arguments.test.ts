import { expect, it } from 'vitest'
import type { Scalapay } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'

type Send = (client: Scalapay, argument: never) => Promise<unknown>

const rowsOf = async (report: AsyncIterable<unknown>) => {
  for await (const _row of report) break
}

/** Each with the operation and what its argument is called. */
const METHODS: [string, string, Send][] = [
  ['createOrder', 'the order', ({ orders }, order) => orders.create(order)],
  ['updateOrder', 'the references', ({ orders }, references) => orders.update('T1', references)],
  ['capturePayment', 'the capture', ({ payments }, capture) => payments.capture(capture)],
  ['refundPayment', 'the refund', ({ payments }, refund) => payments.refund('T1', refund)],
  ['delayPayment', 'the delay', ({ payments }, delay) => payments.delay('T1', delay)],
  ['voidPayment', 'the void', ({ payments }, input) => payments.void('T1', input)],
  ['createInStoreOrder', 'the order', ({ inStore }, order) => inStore.create(order)],
  ['refundInStoreOrder', 'the refund', ({ inStore }, refund) => inStore.refund('T1', refund)],
  ['createInStorePayByLinkOrder', 'the link', ({ payByLink }, link) => payByLink.create(link)],
  ['reportDisputes', 'the period', ({ reporting }, period) => rowsOf(reporting.disputes(period))],
]

const WRONG: unknown[] = ['T1', 7, null, ['T1']]

it.each(
  METHODS.flatMap(([operation, name, send]) =>
    WRONG.map((argument) => ({ operation, name, send, argument })),
  ),
)('$operation refuses $argument as $name before anything is sent', async (given) => {
  const { operation, name, send, argument } = given
  const server = await startScript(json(200, { token: 'T1' }))
  const client = clientFor(server.url, { deviceApiKey: 'device-key' })
  const error = await failureOf(send(client, argument as never))
  expect(error).toMatchObject({ name: 'ScalapayRequestError', operation, outcome: 'not-sent' })
  expect(error.message).toMatch(new RegExp(`^${operation}: ${name} must be an object, such as .`))
  expect(server.seen).toEqual([])
})

it.each(METHODS.filter(([operation]) => !/^(?:delay|void)/.test(operation)))(
  '%s refuses a missing argument',
  async (operation, name, send) => {
    const server = await startScript(json(200, { token: 'T1' }))
    const client = clientFor(server.url, { deviceApiKey: 'device-key' })
    const error = await failureOf(send(client, undefined as never))
    expect(error.message).toMatch(new RegExp(`^${operation}: ${name} must be an object`))
    expect(server.seen).toEqual([])
  },
)

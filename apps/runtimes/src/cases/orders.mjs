// @ts-check
import { eur, responseOf } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { equal } from '../equal.mjs'

/** @type {import('../world.mjs').Cases} */
export const orderCases = {
  'creates, captures and refunds an order, and the ledger agrees': async (world) => {
    const scalapay = world.connect()
    const token = await world.approvedOrder('round-trip')
    const captured = await scalapay.payments.capture({ token })
    equal(captured.totalAmount, eur('100.00'))
    equal(responseOf(captured).status, 200)
    equal(responseOf(captured).attempts, 1)
    const refundAmount = eur('40.50')
    await scalapay.payments.refund(token, { refundAmount, merchantRefundReference: 'refund-1' })
    equal(await world.movements(token), [
      ['capture', 10_000],
      ['refund', 4_050],
    ])
  },

  'settles an order once, however often it is completed': async (world) => {
    const token = await world.approvedOrder('settled')
    const input = {
      token,
      expect: { merchantReference: 'settled', totalAmount: eur('100.00') },
    }
    const all = await Promise.all([1, 2, 3].map(() => world.connect().checkout.complete(input)))
    equal(
      all.map(({ outcome }) => outcome),
      ['captured', 'captured', 'captured'],
    )
    equal(await world.movements(token), [['capture', 10_000]])
  },

  'finds an order by its reference': async (world) => {
    const scalapay = world.connect()
    const order = sampleOrder({ merchantReference: 'to-be-found' })
    const { token } = await scalapay.orders.create(order)
    const found = await scalapay.orders.find({ merchantOrderReference: 'to-be-found' })
    equal(
      found.map(({ orderToken }) => orderToken),
      [token],
    )
  },

  'reads a report row by row': async (world) => {
    const scalapay = world.connect()
    const token = await world.approvedOrder('reported')
    await scalapay.payments.capture({ token })
    const today = new Date()
    let rows = 0
    for await (const row of scalapay.reporting.orders({ startDate: today, endDate: today })) {
      if (row.merchantReference === 'reported') rows += 1
    }
    equal(rows, 1)
  },

  'calls a path that has no method through the raw client': async (world) => {
    const { data, error, response } = await world.connect().raw.GET('/v3/configurations')
    equal([error, response.status, typeof data], [undefined, 200, 'object'])
  },

  'sends a name in any script as it is': async (world) => {
    const scalapay = world.connect()
    const consumer = { ...sampleOrder().consumer, surname: 'Łukašić 🛒' }
    const order = sampleOrder({ merchantReference: 'unicode', consumer })
    const { token } = await scalapay.orders.create(order)
    const { payload } = await world.control(`orders/${token}`)
    equal(payload.consumer.surname, 'Łukašić 🛒')
  },

  "uses the caller's own fetch": async (world) => {
    /** @type {string[]} */
    const asked = []
    /** @type {typeof globalThis.fetch} */
    const own = (input, init) => {
      asked.push(`${init?.method} ${input}`)
      return fetch(input, init)
    }
    await world.connect({ fetch: own }).configurations.get()
    equal(asked, [`GET ${world.settings.emulatorUrl}/v3/configurations`])
  },
}

// @ts-check
/** This project, as a shop uses it: every feature on, the idempotency key derived from the order. */
export const label = '**scalapay-kit**'
export const module = '@scalapay-kit/core'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { Scalapay } = await import('@scalapay-kit/core')
  const scalapay = new Scalapay({ apiKey, environment: 'sandbox', baseUrl: url })
  return (order) => scalapay.orders.create(order)
}

// @ts-check
/** Adyen's client, pointed at the server of the measurement. */
export const label = 'adyen'
/** It speaks nothing but TLS. */
export const needsTls = true
export const module = '@adyen/api-library'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { default: adyen } = await import('@adyen/api-library')
  const { PaymentsApi } = new adyen.CheckoutAPI(new adyen.Client({ apiKey, environment: 'TEST' }))
  Object.assign(PaymentsApi, { baseUrl: url })
  return (order) => PaymentsApi.sessions(order, { idempotencyKey: crypto.randomUUID() })
}

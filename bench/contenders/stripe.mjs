// @ts-check
/** The most used payments client, as it is used: its retries on, its idempotency key, the order as a checkout session. */
export const label = 'stripe'
export const module = 'stripe'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { default: Stripe } = await import('stripe')
  const { protocol, hostname, port } = new URL(url)
  const stripe = new Stripe(`sk_test_${apiKey}`, {
    host: hostname,
    port,
    protocol: protocol === 'https:' ? 'https' : 'http',
    telemetry: false,
  })
  return (order) => stripe.checkout.sessions.create(order)
}

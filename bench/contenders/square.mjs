// @ts-check
/** Square's client. It takes a base URL for its environment. */
export const label = 'square'
export const module = 'square'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { SquareClient } = await import('square')
  const client = new SquareClient({ token: apiKey, environment: url })
  return (order) =>
    client.orders.create({
      idempotencyKey: crypto.randomUUID(),
      order: { locationId: 'L1', ...order },
    })
}

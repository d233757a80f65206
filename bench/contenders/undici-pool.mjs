// @ts-check
/** The floor: a keep-alive pool that sends and parses, and does nothing else. */
export const label = 'undici pool (floor)'
export const module = 'undici'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { Pool } = await import('undici')
  const pool = new Pool(url, { connections: 64 })
  return async (order) => {
    const { body } = await pool.request({
      method: 'POST',
      path: '/v2/orders',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${apiKey}`,
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(order),
    })
    return body.json()
  }
}

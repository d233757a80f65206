// @ts-check
/** openapi-fetch on the global fetch, as everyone uses it. */
export const label = 'openapi-fetch on `fetch`'
export const module = 'openapi-fetch'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { default: createClient } = await import('openapi-fetch')
  const client = createClient({ baseUrl: url, headers: { authorization: `Bearer ${apiKey}` } })
  const post = /** @type {(path: string, init: object) => Promise<{ data?: unknown }>} */ (
    client.POST
  )
  return async (order) => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    return (await post('/v2/orders', { body: order, headers })).data
  }
}

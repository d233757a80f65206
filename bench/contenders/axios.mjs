// @ts-check
/** axios 0.21 as it comes, on which the community's scalapay-js stands (which the registry has no more). */
export const label = 'axios 0.21 (under scalapay-js)'
export const module = 'axios'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { default: axios } = await import('axios')
  const { Agent: HttpAgent } = await import('node:http')
  const { Agent: HttpsAgent } = await import('node:https')
  const pool = { keepAlive: true, maxSockets: 64 }
  const client = axios.create({
    baseURL: url,
    headers: { authorization: `Bearer ${apiKey}` },
    httpAgent: new HttpAgent(pool),
    httpsAgent: new HttpsAgent(pool),
  })
  return async (order) => {
    const headers = { 'idempotency-key': crypto.randomUUID() }
    return (await client.post('/v2/orders', order, { headers })).data
  }
}

// @ts-check
/** Node's own fetch. */
export const label = 'global `fetch`'
export const module = undefined

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  return async (order) => {
    const answer = await fetch(`${url}/v2/orders`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${apiKey}`,
        'idempotency-key': crypto.randomUUID(),
      },
      body: JSON.stringify(order),
    })
    return answer.json()
  }
}

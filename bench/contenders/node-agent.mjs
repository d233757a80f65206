// @ts-check
/** What Node has without a dependency: a keep-alive agent, and a promise around the answer. */
export const label = 'bare `node:https` agent'
export const module = 'node:https'

/** @type {import('../support/contender.mjs').Connect} */
export async function connect({ url, apiKey }) {
  const { Agent, request } = await import(url.startsWith('https:') ? 'node:https' : 'node:http')
  const agent = new Agent({ keepAlive: true, maxSockets: 64, maxFreeSockets: 64 })
  return (order) =>
    new Promise((resolve, reject) => {
      const outgoing = request(
        `${url}/v2/orders`,
        {
          method: 'POST',
          agent,
          headers: {
            accept: 'application/json',
            'content-type': 'application/json',
            authorization: `Bearer ${apiKey}`,
            'idempotency-key': crypto.randomUUID(),
          },
        },
        (/** @type {import('node:http').IncomingMessage} */ answer) => {
          let text = ''
          answer.setEncoding('utf8')
          answer.on('data', (chunk) => {
            text += chunk
          })
          answer.on('end', () => resolve(JSON.parse(text)))
          answer.on('error', reject)
        },
      )
      outgoing.on('error', reject)
      outgoing.end(JSON.stringify(order))
    })
}

import { fetchTransport } from './fetch.js'
import { createTransport as createWebTransport } from './web.js'
import type { Transport, TransportOptions } from './wire.js'

export { openChannel } from './web.js'

/**
 * The transport on Deno: its own `fetch`, which by itself sends a request again when the connection breaks, whatever the
 * method (https://github.com/denoland/deno/issues/35610). It cannot do so with a body that is a stream. Hence a write that
 * Scalapay takes no idempotency key for goes out as one: sent twice, it would charge twice.
 *
 * @throws ScalapayConfigError when a private authority or an agent is given
 */
export function createTransport(options: TransportOptions): Transport {
  const { close } = createWebTransport(options)
  const { send } = fetchTransport((input, init) => globalThis.fetch(input, sentOnce(init)))
  return { send, close }
}

function sentOnce(init: RequestInit | undefined): RequestInit | undefined {
  if (init?.method === 'GET' || new Headers(init?.headers).has('idempotency-key')) return init
  const body = new Blob([String(init?.body ?? '')]).stream()
  // Fetch takes a stream only with the word that the answer is not awaited before the request has ended.
  const streamed: RequestInit & { duplex: 'half' } = { ...init, body, duplex: 'half' }
  return streamed
}

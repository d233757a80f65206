import { codesOf } from './causes.js'
import { untilAborted } from './timeout.js'
import {
  MAX_RESPONSE_BYTES,
  type Transport,
  WireFailure,
  type WireRequest,
  type WireResponse,
} from './wire.js'

/**
 * Codes of Node, undici and Bun which say by themselves that no connection was made, so that nothing can have been sent. What
 * may also end a connection that has carried the request (`EHOSTUNREACH`, most of `ERR_SSL_`) is left out.
 */
const NOT_CONNECTED =
  /^(?:ECONNREFUSED|ConnectionRefused|ENOTFOUND|EAI_AGAIN|UND_ERR_CONNECT_TIMEOUT|ERR_SSL_UNSUPPORTED_PROTOCOL|ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION|ERR_TLS_.*|CERT_.*|.*_CERT(?:_.*)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/

/** A transport over a `fetch` function: the runtime's own, or the caller's. */
export function fetchTransport(fetch: typeof globalThis.fetch): Transport {
  return {
    send: async (request) => {
      const response = await startFetch(fetch, request)
      if (response.redirected) {
        discard(response.body)
        throw new WireFailure('redirected', undefined, response.status)
      }
      const text = await readBody(response, request.cancellation.signal)
      return toWireResponse(response, text)
    },
    close: () => {},
  }
}

async function startFetch(fetch: typeof globalThis.fetch, request: WireRequest): Promise<Response> {
  const { url, method, headers, body } = request
  const { signal } = request.cancellation
  const init: RequestInit = { method, headers, signal, redirect: 'manual' }
  if (body !== undefined) init.body = body
  if (signal.aborted) throw new WireFailure('not-sent', signal.reason)
  const fetching = fetch(url, init)
  try {
    // Raced as well, for a fetch of the caller's that ignores the signal.
    return await untilAborted(fetching, signal)
  } catch (cause) {
    // An answer that comes all the same would hold its connection.
    fetching.then(({ body }) => discard(body)).catch(() => undefined)
    throw new WireFailure(wasNeverSent(cause) ? 'not-sent' : 'sent', cause)
  }
}

async function readBody(response: Response, signal: AbortSignal): Promise<string> {
  const reader = response.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await untilAborted(reader.read(), signal)
      if (done) return text + decoder.decode()
      bytes += value.byteLength
      if (bytes > MAX_RESPONSE_BYTES) break
      text += decoder.decode(value, { stream: true })
    }
  } catch (cause) {
    discard(reader)
    throw new WireFailure('answered', cause, response.status)
  }
  discard(reader)
  throw new WireFailure('too-large', undefined, response.status)
}

function discard(body: { cancel: () => Promise<void> } | null): void {
  body?.cancel().catch(() => undefined)
}

function wasNeverSent(error: unknown): boolean {
  return codesOf(error).some((code) => NOT_CONNECTED.test(code))
}

function toWireResponse(response: Response, text: string): WireResponse {
  return {
    status: response.status,
    header: (name) => response.headers.get(name) ?? undefined,
    headers: () => Object.fromEntries(response.headers),
    text,
  }
}

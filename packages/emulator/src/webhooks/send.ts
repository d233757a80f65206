import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'

/** A body to be posted. */
export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
  /** For the whole exchange, in milliseconds of real time. */
  readonly timeoutMs: number
}

/** The answer, or why there was none. */
export type PostResult =
  | { readonly status: number; readonly answer: string }
  | { readonly error: string }

/** Posts bodies to the merchant's server. */
export interface Sender {
  /** Never fails: what goes wrong is in the result. */
  readonly post: (post: Post) => Promise<PostResult>
  /** Ends everything that is under way. */
  readonly close: () => void
}

/** As much of an answer as is kept; the rest is read and forgotten. */
const LONGEST_ANSWER = 1_000

/** An answer that is longer still is not read to its end. */
const MOST_BYTES = 1_048_576

const UNTRUSTED =
  'the certificate is not trusted: give its CA to the emulator with NODE_EXTRA_CA_CERTS at the start'

const ADVICE: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'connection refused: is your server running at this address?',
  ECONNRESET: 'connection reset before the answer was complete',
  ENOTFOUND: 'unknown host: is the name in the URL right?',
  DEPTH_ZERO_SELF_SIGNED_CERT: UNTRUSTED,
  SELF_SIGNED_CERT_IN_CHAIN: UNTRUSTED,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNTRUSTED,
}

function explain(error: NodeJS.ErrnoException): string {
  const code = error.code ?? ''
  return ADVICE[code] ?? (code === '' ? error.message : `${error.message} (${code})`)
}

function readAnswer(response: IncomingMessage, done: (answer: string) => void): void {
  const kept: Buffer[] = []
  let bytes = 0
  const end = () => done(Buffer.concat(kept).toString('utf8').slice(0, LONGEST_ANSWER))
  response.on('data', (chunk: Buffer) => {
    if (bytes < LONGEST_ANSWER) kept.push(chunk)
    bytes += chunk.length
    if (bytes <= MOST_BYTES) return
    end()
    response.destroy()
  })
  response.on('end', end)
}

/** Creates a sender. Redirects are not followed: only 200 acknowledges, so a redirect is a failure like any other. */
export function createSender(): Sender {
  const active = new Set<ClientRequest>()

  function post({ url, headers, body, timeoutMs }: Post): Promise<PostResult> {
    const request = url.startsWith('https:') ? httpsRequest : httpRequest
    return new Promise((resolve) => {
      // A connection of its own, so that nothing is left open at a server that wants to close.
      const outgoing = request(url, {
        method: 'POST',
        agent: false,
        headers: { ...headers, 'content-length': String(body.length) },
      })
      const timer = setTimeout(() => {
        outgoing.destroy(new Error(`no complete answer within ${timeoutMs} ms`))
      }, timeoutMs)
      active.add(outgoing)
      const finish = (result: PostResult) => {
        clearTimeout(timer)
        active.delete(outgoing)
        resolve(result)
      }
      outgoing.on('response', (response) => {
        response.on('error', (error) => finish({ error: explain(error) }))
        readAnswer(response, (answer) => finish({ status: response.statusCode ?? 0, answer }))
      })
      outgoing.on('error', (error) => finish({ error: explain(error) }))
      outgoing.end(body)
    })
  }

  return {
    post,
    close() {
      for (const outgoing of active) outgoing.destroy(new Error('the emulator was reset or closed'))
    },
  }
}

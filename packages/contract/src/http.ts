import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** A POST, byte for byte: header lines go out in this order and spelling. */
export interface OutgoingPost {
  readonly path: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Uint8Array
}

/** What came back. */
export interface Answer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** Sends a POST to an application and gives its answer. */
export type Send = (post: OutgoingPost) => Promise<Answer>

/**
 * Sends over a connection of its own to a server that is listening.
 *
 * @param origin such as `http://127.0.0.1:3000`
 */
export function overHttp(origin: string): Send {
  return async ({ path, headers, body }) => {
    const url = new URL(path, origin)
    // As a flat list, Node sends the lines as they are, and none of its own.
    const own = ['Host', url.host, 'Content-Length', String(Buffer.byteLength(body))]
    const outgoing = request(url, {
      method: 'POST',
      headers: [...own, ...headers.flat()],
      agent: false,
    })
    // A server that has refused a body may end the connection while the rest of it is still on the way.
    let broken: unknown
    outgoing.on('error', (error) => {
      broken = error
    })
    const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>
    outgoing.end(body)
    const [response] = await answered.catch((error: unknown) => {
      throw broken ?? error
    })
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      text: await text(response),
    }
  }
}

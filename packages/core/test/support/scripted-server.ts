import { EventEmitter, once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as the server saw it, byte for byte. */
export interface SeenRequest {
  method: string
  url: string
  /** Names and values as sent, in order. */
  rawHeaders: string[]
  headers: IncomingMessage['headers']
  body: string
}

/** One step of the script: answers, or does worse. */
export type Step = (request: SeenRequest, response: ServerResponse) => void

/** Answers JSON, as Scalapay does. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Step {
  return text(status, JSON.stringify(body), {
    'content-type': 'application/json; charset=utf-8',
    ...headers,
  })
}

/** Answers these very bytes. */
export function text(status: number, body: string, headers: Record<string, string> = {}): Step {
  return (_request, response) => {
    response.writeHead(status, headers)
    response.end(body)
  }
}

/** Drops the connection after the request has arrived whole. */
export const drop: Step = (_request, response) => {
  response.socket?.resetAndDestroy()
}

/** Never answers. */
export const hang: Step = () => undefined

/** A server that plays a script, and what it saw. */
export interface ScriptedServer {
  url: string
  seen: SeenRequest[]
  /** How many TCP connections were made to it. */
  connections: () => number
  /** Waits until so many requests have arrived whole. */
  received: (count: number) => Promise<void>
}

/** A real server on loopback that plays one step a request; the last one repeats. */
export async function startScript(...steps: Step[]): Promise<ScriptedServer> {
  const seen: SeenRequest[] = []
  const arrivals = new EventEmitter()
  let arrived = 0
  let connections = 0
  const server = createServer(async (incoming, response) => {
    const step = steps[Math.min(seen.length, steps.length - 1)]
    const request: SeenRequest = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      rawHeaders: incoming.rawHeaders,
      headers: incoming.headers,
      body: '',
    }
    seen.push(request)
    for await (const chunk of incoming) request.body += String(chunk)
    arrived += 1
    arrivals.emit('request')
    step?.(request, response)
  })
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    connections: () => connections,
    received: async (count) => {
      while (arrived < count) await once(arrivals, 'request')
    },
  }
}

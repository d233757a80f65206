import type { BootWebhooks, Send, WebhookServer } from '@scalapay-kit/contract'
import { overHttp } from '@scalapay-kit/contract'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import scalapay from '../../src/index.js'

/** An app as users write it, with an account for each route under test. */
export async function anApp(
  accounts: Parameters<BootWebhooks>[0],
  options: FastifyServerOptions = {},
): Promise<FastifyInstance> {
  const app = Fastify({ ...options })
  app.post('/echo', async ({ body }) => ({ echo: body }))
  for (const account of accounts) {
    await app.register(scalapay, { apiKey: 'a-client-key', environment: 'emulator', ...account })
  }
  return app
}

export async function listening(app: FastifyInstance): Promise<WebhookServer> {
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  return { send: overHttp(origin), close: () => app.close() }
}

export function injecting(app: FastifyInstance): WebhookServer {
  const send: Send = async ({ path, headers, body }) => {
    const {
      statusCode,
      headers: answered,
      body: text,
    } = await app.inject({
      method: 'POST',
      url: path,
      headers: joined(headers),
      payload: typeof body === 'string' ? body : Buffer.from(body),
    })
    return { status: statusCode, headers: headersOf(answered), text }
  }
  return { send, close: () => app.close() }
}

/** As Node joins them: `inject` takes an object, in which a name stands once. */
function joined(lines: readonly (readonly [string, string])[]): Record<string, string> {
  const headers: Record<string, string> = {}
  for (const [name, value] of lines) {
    const before = headers[name]
    headers[name] = before === undefined ? value : `${before}, ${value}`
  }
  return headers
}

function headersOf(answered: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(answered).map(([name, value]) => [name, String(value)]))
}

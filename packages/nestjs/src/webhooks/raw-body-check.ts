import { Readable } from 'node:stream'
import type { AbstractHttpAdapter } from '@nestjs/core'

/** A request after a body parser had it. */
interface ParsedRequest {
  rawBody?: unknown
  body?: unknown
  /** Whether bytes were read from it. */
  readableDidRead?: boolean
}

/** A layer of Express's router. */
interface ExpressLayer {
  name: string
  route?: { path: string }
  handle: (request: unknown, response: unknown, next: (error?: unknown) => void) => void
}

interface ExpressApp {
  _router?: { stack?: ExpressLayer[] }
  router?: { stack?: ExpressLayer[] }
}

/** A parser of Fastify. */
interface FastifyParser {
  asString: boolean
  fn: (request: object, body: unknown, done: (error: unknown, body?: unknown) => void) => unknown
}

/**
 * Whether this application parses JSON and drops its bytes. Nest does not tell how it was created, so its parser is given
 * `{}` to see. A parser of an unknown form counts as fine: the first delivery is answered with the same explanation then.
 *
 * @param path of the route, as it was configured
 */
export async function losesRawBody(adapter: AbstractHttpAdapter, path: string): Promise<boolean> {
  const app = adapter.getInstance()
  const address = `/${path.replace(/^\/+/, '')}`
  const outcomes =
    adapter.getType() === 'fastify' ? tryFastify(app, address) : await tryExpress(app, address)
  return outcomes.length > 0 && !outcomes.some(hasBytes)
}

/** What to do about it, for the adapter. */
export function rawBodyAdvice(adapterType: string): string {
  const adapter = adapterType === 'fastify' ? ', new FastifyAdapter()' : ''
  return `The webhook route needs the raw body, which this application drops when it parses JSON. Where the application is created, add rawBody: true: NestFactory.create(AppModule${adapter}, { rawBody: true }). In a test: moduleRef.createNestApplication({ rawBody: true }).`
}

/** The parsers that Nest, too, knows by their names; one of those that keep bytes is enough. */
async function tryExpress(app: ExpressApp, address: string): Promise<ParsedRequest[]> {
  // Express 4 throws where Express 5 keeps its router, and keeps it where Express 5 has nothing.
  const { stack = [] } = app._router ?? app.router ?? {}
  const parsers = stack.filter(({ name }) => /^(json|raw|text)Parser$/.test(name))
  // Behind the global prefix, which parsers of the application's own may look at.
  const full = stack.find(({ route }) => route?.path?.endsWith?.(address))?.route?.path ?? address
  return Promise.all(parsers.map((parser) => parseWithExpress(parser, full)))
}

function parseWithExpress({ name, handle }: ExpressLayer, url: string): Promise<ParsedRequest> {
  if (name !== 'jsonParser') return Promise.resolve({ rawBody: true })
  const request: ParsedRequest = Object.assign(Readable.from([Buffer.from('{}')]), {
    method: 'POST',
    url,
    originalUrl: url,
    headers: { 'content-type': 'application/json', 'content-length': '2' },
  })
  return new Promise((resolve) => {
    // A request that it leaves alone is read by the route itself, and a failure here proves nothing.
    const isTaken = () => request.readableDidRead === true
    const next = (error?: unknown) =>
      resolve(isTaken() && error === undefined ? request : { rawBody: true })
    handle(request, {}, next)
  })
}

function tryFastify(app: object, url: string): ParsedRequest[] {
  const parser = jsonParserOf(app)
  if (parser === undefined) return []
  const request: ParsedRequest & { url: string; headers: object } = { url, headers: {} }
  const body = parser.asString ? '{}' : Buffer.from('{}')
  try {
    parser.fn(request, body, (error, parsed) => {
      request.body = error ? body : parsed
    })
  } catch {
    // A parser of the application's own, which wants more of a request than this.
    return []
  }
  return [request]
}

function jsonParserOf(app: object): FastifyParser | undefined {
  const symbol = Object.getOwnPropertySymbols(app).find(
    ({ description }) => description === 'fastify.contentTypeParser',
  )
  const parsers: { customParsers?: Map<string, FastifyParser> } =
    symbol === undefined ? {} : app[symbol as keyof typeof app]
  return parsers?.customParsers?.get?.('application/json')
}

function hasBytes({ rawBody, body }: ParsedRequest): boolean {
  return rawBody !== undefined || Buffer.isBuffer(body) || typeof body === 'string'
}

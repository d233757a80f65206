import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { deserialize, serialize } from 'node:v8'
import { type ShopStores, STEPS } from './shop-stores.js'

/** Stores that processes of this machine can reach. */
export interface ServedStores {
  /** For `connectStores`. Who knows it can do all that the shop can. */
  readonly url: string
  close(): Promise<void>
}

type Step = (...args: unknown[]) => Promise<unknown>

/**
 * Serves stores to the other processes of a shop, on loopback: what a database server does, for a demonstration that has
 * none. Each request is one step of a store, so it is as atomic as the store makes it.
 *
 * @param port 0 for a free one
 */
export async function serveStores(stores: ShopStores, port = 0): Promise<ServedStores> {
  const secret = randomUUID()
  const server = createServer(async (request, response) => {
    const step = findStep(stores, secret, request)
    if (step === undefined) return void response.writeHead(404).end()
    try {
      const result = await step(...(deserialize(await buffer(request)) as unknown[]))
      response.end(serialize(result))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('No port is free.')
  return {
    url: `http://127.0.0.1:${address.port}/${secret}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** The step that the path of a request names, if it also has the secret. */
function findStep(
  stores: ShopStores,
  secret: string,
  { method, url = '' }: IncomingMessage,
): Step | undefined {
  const [, shown, name = '', step = ''] = url.split('/')
  if (method !== 'POST' || shown !== secret || !Object.hasOwn(STEPS, name)) return undefined
  const store = name as keyof ShopStores
  if (!Object.hasOwn(STEPS[store], step)) return undefined
  const steps = stores[store] as unknown as Readonly<Record<string, Step>>
  return (...args) => steps[step]?.apply(steps, args) ?? Promise.resolve()
}

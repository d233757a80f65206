import { deserialize, serialize } from 'node:v8'
import { type ShopStores, STEPS } from './shop-stores.js'

/** Milliseconds that a step may take. */
const STEP_TIMEOUT_MS = 10_000

/**
 * The stores that another process serves with `serveStores`.
 *
 * @param url of the served stores
 * @throws Error by each step that could not be done, or of which it is not known
 */
export function connectStores(url: string): ShopStores {
  const connect = (store: keyof ShopStores) =>
    Object.fromEntries(
      Object.keys(STEPS[store]).map((step) => [
        step,
        (...args: unknown[]) => ask(`${url}/${store}/${step}`, args),
      ]),
    )
  // The steps are those of the stores' own types: STEPS would not compile otherwise.
  return {
    orders: connect('orders'),
    carts: connect('carts'),
    webhooks: connect('webhooks'),
  } as unknown as ShopStores
}

/** In the form of structured clones, which, other than JSON, has maps and `undefined`. */
async function ask(url: string, args: readonly unknown[]): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    body: serialize(args),
    signal: AbortSignal.timeout(STEP_TIMEOUT_MS),
  })
  const bytes = Buffer.from(await response.arrayBuffer())
  if (response.ok) return deserialize(bytes)
  throw new Error(
    response.status === 404
      ? 'The shop reached something that is not its stores: set NUXT_STORES_URL to the URL that serveStores gave.'
      : `The shop's stores did not do that: ${bytes.toString()}`,
  )
}

import { Browser, JEANS, type Landing, SHIRT, type Shopper } from '@scalapay-kit/contract'

interface CheckoutForm {
  readonly merchantReference: string
  readonly shopper: Readonly<Record<string, string>>
}

/** A shopper in the Nuxt shop: posts what its forms post, and reads in the address of the page how the order stands. */
export class NuxtShopper implements Shopper {
  readonly #browser: Browser

  constructor(shopUrl: string) {
    this.#browser = new Browser(shopUrl)
  }

  async order(skus: readonly string[] = [SHIRT, JEANS]): Promise<{ token: string }> {
    for (const sku of skus) await this.#browser.post('/cart/items', { sku })
    const { body } = await this.#browser.get('/api/shop/checkout')
    const { merchantReference, shopper }: CheckoutForm = JSON.parse(body)
    const { status, location } = await this.#browser.post('/checkout', {
      ...shopper,
      merchantReference,
    })
    const token = status === 303 ? location.split('/').at(-1) : undefined
    if (!token) throw new Error('The shop did not send the shopper to a checkout.')
    return { token }
  }

  async comeBack(address: string): Promise<Landing> {
    const { status, location } = await this.#browser.get(address)
    if (status !== 303) return { outcome: `status ${status}`, path: address }
    const { pathname, searchParams } = new URL(location, 'http://shop.invalid')
    const known = searchParams.get('notice') ?? searchParams.get('state')
    return { outcome: known ?? 'not-found', path: pathname }
  }
}

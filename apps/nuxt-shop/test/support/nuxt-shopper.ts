import {
  Browser,
  JEANS,
  type Landing,
  type PayButton,
  type RefundForm,
  SHIRT,
  Shopper,
} from '@scalapay-kit/contract'

interface CheckoutForm {
  readonly merchantReference: string
  readonly shopper: Readonly<Record<string, string>>
}

interface OrderPage {
  readonly refundReference: string
  readonly left?: string
}

/** A shopper in the Nuxt shop: posts what its forms post, and reads in the address of the page how the order stands. */
export class NuxtShopper extends Shopper {
  readonly #browser: Browser

  constructor(shopUrl: string) {
    super()
    this.#browser = new Browser(shopUrl)
  }

  async fillIn(skus: readonly string[] = [SHIRT, JEANS]): Promise<PayButton> {
    for (const sku of skus) await this.#browser.post('/cart/items', { sku })
    const { body } = await this.#browser.get('/api/shop/checkout')
    const { merchantReference, shopper }: CheckoutForm = JSON.parse(body)
    return async () => {
      const fields = { ...shopper, merchantReference }
      const { status, location } = await this.#browser.post('/checkout', fields)
      return status === 303 ? location.split('/').at(-1) : undefined
    }
  }

  async comeBack(address: string): Promise<Landing> {
    const { status, location } = await this.#browser.get(address)
    if (status !== 303) return { outcome: `status ${status}`, path: address }
    const { pathname, searchParams } = new URL(location, 'http://shop.invalid')
    const known = searchParams.get('notice') ?? searchParams.get('state')
    return { outcome: known ?? 'not-found', path: pathname }
  }

  async refundForm(path: string): Promise<RefundForm> {
    const { refundReference, left = '' }: OrderPage = JSON.parse(
      (await this.#browser.get(`/api/shop${path}`)).body,
    )
    return {
      left,
      send: async (amount) => {
        const fields = { refundReference, amount }
        const { status, location } = await this.#browser.post(`${path}/refunds`, fields)
        const notice = new URL(location, 'http://shop.invalid').searchParams.get('notice')
        return notice?.replace(/^refund-(refused|failed)$/, '$1') ?? `status ${status}`
      },
    }
  }
}

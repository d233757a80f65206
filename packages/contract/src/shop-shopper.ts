import type { Landing, Shopper } from './shop-boot.js'
import { type Browser, fieldsOf, stateOf } from './shop-browser.js'

/** The articles of the storefront, by number: together, with delivery, 190.00 EUR. */
export const SHIRT = '12341234'
export const JEANS = '12341235'

/** A shopper in a shop that serves the pages of the storefront: fills forms in, follows redirects. */
export class FormShopper implements Shopper {
  readonly browser: Browser

  constructor(browser: Browser) {
    this.browser = browser
  }

  async order(skus: readonly string[] = [SHIRT, JEANS]): Promise<{ token: string }> {
    for (const sku of skus) await this.browser.post('/cart/items', { sku })
    return this.checkOut()
  }

  /** Leaves for the checkout with the cart as it is. */
  async checkOut(): Promise<{ token: string }> {
    const form = fieldsOf((await this.browser.get('/checkout')).body, '/checkout')
    const { location } = await this.browser.post('/checkout', form)
    const token = location.split('/').at(-1)
    if (!token) throw new Error('The shop did not send the shopper to a checkout.')
    return { token }
  }

  async comeBack(address: string): Promise<Landing> {
    const { status, location, body } = await this.browser.get(address)
    if (status === 303) {
      const { pathname, searchParams } = new URL(location, 'http://shop.invalid')
      return { outcome: searchParams.get('notice') ?? 'redirected', path: pathname }
    }
    const outcome = status === 404 ? 'not-found' : (stateOf(body) ?? `status ${status}`)
    return { outcome, path: new URL(address, 'http://shop.invalid').pathname }
  }
}

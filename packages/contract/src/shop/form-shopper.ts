import { type Browser, fieldsOf, stateOf } from './browser.js'
import { type Landing, type PayButton, type RefundForm, Shopper } from './shopper.js'

/** The articles of the storefront, by number: together, with delivery, 190.00 EUR. */
export const SHIRT = '12341234'
export const JEANS = '12341235'

/** A shopper in a shop that serves the pages of the storefront: fills forms in, follows redirects. */
export class FormShopper extends Shopper {
  readonly browser: Browser

  constructor(browser: Browser) {
    super()
    this.browser = browser
  }

  async fillIn(skus: readonly string[] = [SHIRT, JEANS]): Promise<PayButton> {
    for (const sku of skus) await this.browser.post('/cart/items', { sku })
    const form = fieldsOf((await this.browser.get('/checkout')).body, '/checkout')
    return async () => {
      const { status, location } = await this.browser.post('/checkout', form)
      return status === 303 ? location.split('/').at(-1) : undefined
    }
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

  async refundForm(path: string): Promise<RefundForm> {
    const action = `${path}/refunds`
    const form = fieldsOf((await this.browser.get(path)).body, action)
    return {
      left: form.amount ?? '',
      send: async (amount) => {
        const { status, location } = await this.browser.post(action, { ...form, amount })
        if (status === 422) return 'refused'
        if (status === 502) return 'failed'
        const { searchParams } = new URL(location, 'http://shop.invalid')
        return searchParams.get('notice') ?? `status ${status}`
      },
    }
  }
}

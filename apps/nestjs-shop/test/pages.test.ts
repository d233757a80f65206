import { Browser, FormShopper, fieldsOf, SHIRT } from '@scalapay-kit/contract'
import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import { contentSecurityPolicy, type ShopOptions } from 'storefront'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createShop } from '../src/index.js'

let emulator: Emulator
let scalapay: ShopOptions['scalapay']
let app: Awaited<ReturnType<typeof createShop>>
let url: string

beforeAll(async () => {
  emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  scalapay = { apiKey: emulator.merchantKey, environment: 'emulator', baseUrl: emulator.url }
  app = await createShop(() => ({ scalapay }), false)
  await app.listen(0, '127.0.0.1')
  url = await app.getUrl()
})
afterAll(async () => {
  await app.close()
  await emulator.close()
})

/** An order that is paid: the browser of its shopper, and the path of its page. */
async function paidOrder(): Promise<{ browser: Browser; path: string }> {
  const browser = new Browser(url)
  const shopper = new FormShopper(browser)
  const { token } = await shopper.order([SHIRT])
  const { path } = await shopper.comeBack(emulator.control.approve(token).redirectUrl)
  return { browser, path }
}

describe('the shop', () => {
  it.each(['/', '/cart', '/page.css', '/nothing-here', '/return'])(
    'answers %s under the strict policy of the storefront',
    async (path) => {
      const { headers } = await new Browser(url).get(path)
      expect(headers.get('content-security-policy')).toBe(contentSecurityPolicy(scalapay))
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-powered-by')).toBeNull()
    },
  )

  it('refuses a form that another site sends', async () => {
    const init = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } }
    expect((await fetch(`${url}/cart/items`, init)).status).toBe(403)
  })
})

describe('the pages', () => {
  it.each([
    ['/nothing-here', 404, 'There is nothing here'],
    ['/orders/GUESSED', 404, 'There is nothing here'],
    ['/return?orderToken=GUESSED', 404, 'We do not know this payment'],
    ['/page.css', 200, '--'],
  ])('%s answers %i', async (path, status, text) => {
    const visit = await new Browser(url).get(path)
    expect(visit.status).toBe(status)
    expect(visit.body).toContain(text)
  })

  it.each([
    ['/cart/items', { sku: 'no-such-article' }],
    ['/cart/items/12341234', { quantity: '-1' }],
    ['/cart/items/12341234', { quantity: 'many' }],
    ['/checkout', { email: 'no address' }],
  ])('refuse what cannot be right at %s', async (path, fields) => {
    const { status, body } = await new Browser(url).post(path, fields)
    expect(status).toBe(400)
    expect(body).toContain('We could not read that')
  })

  it('change the cart, which only its own browser sees', async () => {
    const browser = new Browser(url)
    await browser.post('/cart/items', { sku: SHIRT })
    await browser.post(`/cart/items/${SHIRT}`, { quantity: '3' })
    expect((await browser.get('/')).body).toContain('holds </span>3<')
    expect((await new Browser(url).get('/')).body).not.toContain('holds </span>')
    await browser.post(`/cart/items/${SHIRT}`, { quantity: '0' })
    expect((await browser.get('/checkout')).location).toBe('/cart')
  })

  it('say that nothing was charged when the checkout cannot be opened', async () => {
    const browser = new Browser(url)
    await browser.post('/cart/items', { sku: SHIRT })
    const form = fieldsOf((await browser.get('/checkout')).body, '/checkout')
    emulator.control.faults.add({
      match: { operation: 'createOrder', times: 1 },
      effect: 'unauthorized-string',
    })
    const { status, body } = await browser.post('/checkout', form)
    expect(status).toBe(502)
    expect(body).toContain('You have not been charged')
  })
})

it('refuses to refund more than was paid', async () => {
  const { browser, path } = await paidOrder()
  const form = fieldsOf((await browser.get(path)).body, `${path}/refunds`)
  const { status, body } = await browser.post(`${path}/refunds`, { ...form, amount: '9999.00' })
  expect(status).toBe(422)
  expect(body).toContain('that is left')
})

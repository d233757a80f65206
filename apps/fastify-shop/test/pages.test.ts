import type { FastifyInstance } from 'fastify'
import { MemoryCartStore } from 'storefront'
import { beforeEach, describe, expect, it } from 'vitest'
import { buildShop, type FastifyShopOptions } from '../src/index.js'

/** A shop whose Scalapay does not answer: every page but the payment itself works. */
function aShop(changes: Partial<FastifyShopOptions> = {}): FastifyInstance {
  return buildShop({
    scalapay: {
      apiKey: 'qhtfs87hjnc12kkos',
      environment: 'emulator',
      retry: false,
      fetch: () => Promise.reject(new TypeError('connection refused')),
    },
    publicUrl: 'https://shop.example',
    cookieSecret: 'a secret for tests',
    ...changes,
  })
}

const form = (fields: Record<string, string>) => ({
  method: 'POST' as const,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  payload: new URLSearchParams(fields).toString(),
})

let shop: FastifyInstance

beforeEach(() => {
  shop = aShop()
})

async function cartCookie(): Promise<Record<string, string>> {
  const added = await shop.inject({ url: '/cart/items', ...form({ sku: '12341235' }) })
  return Object.fromEntries(added.cookies.map(({ name, value }) => [name, value]))
}

describe('every page', () => {
  it.each([
    ['/', 200, 'T-Shirt'],
    ['/cart', 200, 'Your cart is empty'],
    ['/nowhere', 404, 'There is nothing here'],
    ['/orders/unknown', 404, 'There is nothing here'],
    ['/return', 404, 'We do not know this payment'],
  ])('%s answers %i', async (url, status, text) => {
    const response = await shop.inject(url)
    expect(response.statusCode).toBe(status)
    expect(response.body).toContain(text)
  })

  it('forbids scripts, frames and inline styles, and lets the form go to the checkout only', async () => {
    const { headers, body } = await shop.inject('/')
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http://127.0.0.1:8484; base-uri 'none'; frame-ancestors 'none'",
    )
    expect(body).not.toMatch(/<script|style="|\son\w+=/)
  })

  it('tells of a failure inside without its words, also when the carts cannot be read', async () => {
    const carts = new MemoryCartStore()
    carts.read = () => Promise.reject(new Error('no connection to db.internal'))
    shop = aShop({ carts })
    const { statusCode, body } = await shop.inject('/')
    expect(statusCode).toBe(500)
    expect(body).toContain('Something went wrong on our side')
    expect(body).not.toContain('db.internal')
  })

  it('is not stored by caches', async () => {
    expect((await shop.inject('/')).headers['cache-control']).toBe('no-store')
  })

  it('links to files that exist and may be cached', async () => {
    const links = [...(await shop.inject('/')).body.matchAll(/<link[^>]*href="([^"]*)"/g)]
    const files = await Promise.all(links.map(([, href = '']) => shop.inject(href)))
    const found = files.map(({ statusCode, headers }) => [statusCode, headers['cache-control']])
    expect(found).toEqual(new Array(4).fill([200, 'max-age=300']))
  })
})

describe('the cart', () => {
  it('is named by a signed cookie that other sites and scripts cannot use', async () => {
    const { headers } = await shop.inject({ url: '/cart/items', ...form({ sku: '12341235' }) })
    expect(headers['set-cookie']).toMatch(
      /^cart=[2-9A-Z]{26}\.[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    )
  })

  it('is named by a cookie that browsers take without HTTPS only where the shop has none', async () => {
    shop = aShop({ publicUrl: 'http://127.0.0.1:3000' })
    const { headers } = await shop.inject({ url: '/cart/items', ...form({ sku: '12341235' }) })
    expect(headers['set-cookie']).toMatch(/; HttpOnly; SameSite=Lax$/)
  })

  it('is empty for a cookie that the shop did not sign', async () => {
    const cookies = await cartCookie()
    const forged = { cart: `${cookies.cart?.slice(0, 26)}.forged` }
    expect((await shop.inject({ url: '/cart', cookies })).body).toContain('Jeans')
    expect((await shop.inject({ url: '/cart', cookies: forged })).body).toContain('is empty')
  })

  it.each([
    ['/cart/items', { sku: 'no such article' }],
    ['/cart/items/12341235', { quantity: '11' }],
    ['/cart/items/12341235', { quantity: '-1' }],
    ['/cart/items/12341235', { quantity: '1.5' }],
    ['/cart/items', {}],
  ])('%s refuses %j', async (url, fields) => {
    const response = await shop.inject({ url, ...form(fields) })
    expect(response.statusCode).toBe(400)
    expect(response.body).toContain('We could not read that')
  })

  it('changes and removes quantities', async () => {
    const cookies = await cartCookie()
    const set = (quantity: string) =>
      shop.inject({ url: '/cart/items/12341235', cookies, ...form({ quantity }) })
    await set('3')
    expect((await shop.inject({ url: '/cart', cookies })).body).toContain('€459.00')
    await set('0')
    expect((await shop.inject({ url: '/cart', cookies })).body).toContain('is empty')
  })

  it('takes no posts from other sites', async () => {
    const request = form({ sku: '12341235' })
    const response = await shop.inject({
      url: '/cart/items',
      ...request,
      headers: { ...request.headers, 'sec-fetch-site': 'cross-site' },
    })
    expect(response.statusCode).toBe(403)
    expect(response.cookies).toEqual([])
  })
})

describe('the checkout', () => {
  const shopper = {
    merchantReference: 'SHOP-222222222222',
    givenNames: '"><script>alert(1)</script>',
    surname: "O'Hara & Söhne",
    email: 'mario.rossi@example.com',
    phoneNumber: '+393001234567',
    line1: 'Via della Rosa 58',
    suburb: 'Montelupo',
    postcode: '50056',
    countryCode: 'IT',
  }

  it.each(['GET', 'POST'] as const)(
    'sends an empty cart back to the cart on %s',
    async (method) => {
      const request = method === 'GET' ? {} : form(shopper)
      const response = await shop.inject({ url: '/checkout', ...request })
      expect([response.statusCode, response.headers.location]).toEqual([303, '/cart'])
    },
  )

  it('keeps what was typed, escaped, and the cart, when Scalapay cannot be reached', async () => {
    const cookies = await cartCookie()
    const response = await shop.inject({ url: '/checkout', cookies, ...form(shopper) })
    expect(response.statusCode).toBe(502)
    expect(response.body).toContain('You have not been charged')
    expect(response.body).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(response.body).toContain('value="O&#39;Hara &amp; Söhne"')
    expect(response.body).toContain('value="SHOP-222222222222"')
    expect((await shop.inject({ url: '/cart', cookies })).body).toContain('Jeans')
  })

  it.each([
    ['an address that is no e-mail', { email: 'nobody' }],
    ['a blank name', { surname: '  ' }],
    ['a country that Scalapay does not serve', { countryCode: 'US' }],
  ])('refuses %s', async (_what, wrong) => {
    const cookies = await cartCookie()
    const request = form({ ...shopper, ...wrong })
    expect((await shop.inject({ url: '/checkout', cookies, ...request })).statusCode).toBe(400)
  })

  it('never takes a form reference that it did not mint', async () => {
    const cookies = await cartCookie()
    const request = form({ ...shopper, merchantReference: 'mine' })
    const { body } = await shop.inject({ url: '/checkout', cookies, ...request })
    expect(body).toMatch(/name="merchantReference" value="SHOP-[2-9A-Z]{12}"/)
  })
})

import { JEANS, SHIRT, stateOf } from '@scalapay-kit/contract'
import { expect, it } from 'vitest'
import {
  buy,
  goToCheckout,
  ledgerOf,
  openCheckout,
  startShop,
  type TestShop,
} from '../support/shop.js'

const FORTY_MINUTES = 40 * 60_000

async function statusOf(shop: TestShop, token: string) {
  return (await shop.app.shop.orders.byToken(token))?.status
}

it('shows a declined payment, keeps the cart, and lets the shopper try again', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  const { redirectUrl } = await shop.emulator.control.decline(token)

  const visit = await browser.get(redirectUrl)

  expect(stateOf(visit.body)).toBe('declined')
  expect(visit.body).toContain('href="/checkout"')
  expect((await browser.get('/cart')).body).toContain('Jeans')
  expect(await statusOf(shop, token)).toBe('declined')
  expect((await openCheckout(browser)).token).not.toBe(token)
})

it('shows a cancelled checkout, keeps the cart, and leads back to the same checkout', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  const { redirectUrl } = await shop.emulator.control.cancel(token)

  const visit = await browser.get(redirectUrl)

  expect(stateOf(visit.body)).toBe('cancelled')
  const order = await shop.app.shop.orders.byToken(token)
  expect(visit.body).toContain(`href="${order?.checkout?.checkoutUrl}"`)
  expect((await browser.get('/cart')).body).toContain('Jeans')
  expect(await ledgerOf(shop)).toEqual([])
})

it('S11 shows an expired checkout, keeps the cart, and opens a new one under a new token', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  await shop.emulator.control.clock.advance(FORTY_MINUTES)

  const visit = await browser.get(`/return/cancelled?orderToken=${token}&status=FAILED`)

  expect(stateOf(visit.body)).toBe('expired')
  expect(await statusOf(shop, token)).toBe('expired')
  expect((await browser.get('/cart')).body).toContain('Jeans')
  const next = await openCheckout(browser)
  expect(next.token).not.toBe(token)
  const { redirectUrl } = await shop.emulator.control.approve(next.token)
  expect((await browser.get(redirectUrl)).location).toContain('notice=paid-now')
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token: next.token }])
})

it('S11 captures nothing when the approved order has expired before the shopper is back', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  const { redirectUrl } = await shop.emulator.control.approve(token)
  await shop.emulator.control.clock.advance(FORTY_MINUTES)

  expect(stateOf((await browser.get(redirectUrl)).body)).toBe('expired')
  expect((await ledgerOf(shop)).filter(({ kind }) => kind === 'capture')).toEqual([])
})

it('S14 captures nothing and releases the payment when the cart changed after the checkout', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser, [SHIRT])
  await browser.post('/cart/items', { sku: JEANS })
  const { redirectUrl } = await shop.emulator.control.approve(token)

  const visit = await browser.get(redirectUrl)

  expect(stateOf(visit.body)).toBe('changed')
  expect(await statusOf(shop, token)).toBe('voided')
  expect((await ledgerOf(shop)).filter(({ kind }) => kind === 'capture')).toEqual([])
  expect((await browser.get('/cart')).body).toContain('€190.00')
})

it('S14 lets the shopper pay the changed cart', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  await goToCheckout(browser, [SHIRT])
  const { token, page } = await buy(shop, browser, [JEANS])
  expect(page.body).toContain('€190.00')
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token }])
})

it('S13 takes one payment for a cart that two tabs pay, and releases the other', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const first = await goToCheckout(browser)
  const second = await openCheckout(browser)
  expect(second.token).not.toBe(first.token)
  const urls = [
    (await shop.emulator.control.approve(first.token)).redirectUrl,
    (await shop.emulator.control.approve(second.token)).redirectUrl,
  ] as const

  expect((await browser.get(urls[0])).location).toContain('notice=paid-now')
  expect(stateOf((await browser.get(urls[1])).body)).toBe('paid-elsewhere')

  const captures = (await ledgerOf(shop)).filter(({ kind }) => kind === 'capture')
  expect(captures).toEqual([{ kind: 'capture', cents: 19_000, token: first.token }])
  expect(await statusOf(shop, second.token)).toBe('voided')
})

it('S13 takes one payment when both tabs come back at the same time', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const tokens = [(await goToCheckout(browser)).token, (await openCheckout(browser)).token]
  for (const token of tokens) await shop.emulator.control.approve(token)

  await Promise.all(tokens.map((token) => browser.get(`/return?orderToken=${token}`)))
  for (const token of tokens) await browser.get(`/return?orderToken=${token}`)

  expect((await ledgerOf(shop)).filter(({ kind }) => kind === 'capture')).toHaveLength(1)
  const statuses = await Promise.all(tokens.map((token) => statusOf(shop, token)))
  expect(statuses.sort()).toEqual(['paid', 'voided'])
})

it('begins a new purchase after a paid one', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  await buy(shop, browser)
  const { page } = await buy(shop, browser, [SHIRT])
  expect(page.body).toContain('€37.00')
  expect((await ledgerOf(shop)).map(({ cents }) => cents)).toEqual([19_000, 3_700])
})

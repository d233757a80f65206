import { expect, it } from 'vitest'
import { stateOf } from '../support/browser.js'
import {
  buy,
  countRequests,
  goToCheckout,
  JEANS,
  ledgerOf,
  SHIRT,
  startShop,
} from '../support/shop.js'

const CAPTURE = /\/capture$/

it('S03 captures once when two processes handle the return at the same time', async () => {
  const shop = await startShop()
  const second = await shop.second()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  const { redirectUrl } = await shop.emulator.control.approve(token)
  const { search } = new URL(redirectUrl)

  const visits = await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      (index % 2 === 0 ? browser : second.browser()).get(`/return${search}`),
    ),
  )

  const orderPages = new Set(visits.map(({ location }) => location.split('?')[0]))
  expect(orderPages.size).toBe(1)
  expect(visits.map(({ status }) => status)).toEqual(new Array(10).fill(303))
  expect(visits.filter(({ location }) => location.endsWith('=paid-now'))).toHaveLength(1)
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token }])
  const paid = [...shop.log, ...second.log].filter(({ msg }) => msg === 'order paid')
  expect(paid).toHaveLength(1)
})

it('S05 shows the paid order, and asks Scalapay nothing, when the return page is loaded again', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token, redirectUrl, path, page } = await buy(shop, browser)
  expect(page.body).toContain('Your payment went through')

  const requests = await countRequests(shop, /./)

  const again = await browser.get(redirectUrl)

  expect(again.location).toBe(`${path}?notice=already-paid`)
  expect((await browser.get(again.location)).body).toContain('This order is paid already')
  expect(await countRequests(shop, /./)).toBe(requests)
  expect(await countRequests(shop, CAPTURE)).toBe(1)
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token }])
})

it('S06 completes the order in another browser, without the cookie', async () => {
  const shop = await startShop()
  const first = shop.browser()
  const { token } = await goToCheckout(first)
  const { redirectUrl } = await shop.emulator.control.approve(token)

  const other = shop.browser()
  const { location } = await other.get(redirectUrl)

  expect((await other.get(location)).body).toContain('Your payment went through')
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token }])
  expect((await first.get('/cart')).body).toContain('Your cart is empty')
})

it.each([
  ['a status', 'status=SUCCESS'],
  ['an amount', 'totalAmount=1.00'],
  ['a reference', 'merchantReference=SHOP-OTHER'],
])('S07 changes nothing and notes it when %s is forged', async (_what, forged) => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)

  const visit = await browser.get(`/return?orderToken=${token}&${forged}`)

  expect(stateOf(visit.body)).toBe('pending')
  expect(await ledgerOf(shop)).toEqual([])
  expect(shop.log.map(({ msg }) => msg)).toContain('return address tampered with')
})

it('S07 takes an approved order although its address says that it failed', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  await shop.emulator.control.approve(token)

  const visit = await browser.get(`/return/cancelled?orderToken=${token}&status=FAILED`)

  expect(visit.location).toMatch(/^\/orders\/\w{26}\?notice=paid-now$/)
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token }])
})

it('S08 pays a cheap order with its token, whatever dear order the address names', async () => {
  const shop = await startShop()
  const honest = shop.browser()
  const dear = await goToCheckout(honest, [JEANS, JEANS, JEANS])
  const dearOrder = await shop.app.shop.orders.byToken(dear.token)
  const attacker = shop.browser()
  const cheap = await goToCheckout(attacker, [SHIRT])
  await shop.emulator.control.approve(cheap.token)

  const query = new URLSearchParams({
    orderToken: cheap.token,
    status: 'SUCCESS',
    merchantReference: dearOrder?.merchantReference ?? '',
    orderId: dearOrder?.id ?? '',
  })
  const { location } = await attacker.get(`/return?${query}`)

  expect(location).not.toContain(dearOrder?.id)
  expect((await shop.app.shop.orders.byToken(dear.token))?.status).toBe('open')
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 3_700, token: cheap.token }])
})

it('S08 refuses a token whose amount is not the one of the order it was bound to', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  const cheap = await goToCheckout(browser, [SHIRT])
  const order = await shop.app.shop.orders.byToken(cheap.token)
  const attacker = shop.browser()
  const dear = await goToCheckout(attacker, [JEANS])
  const dearOrder = await shop.app.shop.orders.byToken(dear.token)
  await shop.emulator.control.approve(cheap.token)
  // As if the attacker had got the shop to store the cheap token with the dear order.
  await shop.app.shop.orders.bindCheckout(order?.id ?? '', { token: 'gone', checkoutUrl: '' })
  await shop.app.shop.orders.bindCheckout(dearOrder?.id ?? '', {
    token: cheap.token,
    checkoutUrl: '',
  })

  const visit = await attacker.get(`/return?orderToken=${cheap.token}`)

  expect(stateOf(visit.body)).toBe('changed')
  expect((await ledgerOf(shop)).filter(({ kind }) => kind === 'capture')).toEqual([])
})

it.each([
  ['no token', ''],
  ['an unknown token', '?orderToken=NOSUCHTOKEN'],
  ['two tokens', '?orderToken=A&orderToken=B'],
  ['markup for a token', '?orderToken=%3Cscript%3E'],
])('answers 404 to a return with %s', async (_what, query) => {
  const shop = await startShop()
  const visit = await shop.browser().get(`/return${query}`)
  expect(visit.status).toBe(404)
  expect(visit.body).not.toContain('<script>')
})

import { fieldsOf, JEANS, stateOf } from '@scalapay-kit/contract'
import { expect, it } from 'vitest'
import { goToCheckout, ledgerOf, openCheckout, startShop } from '../support/shop.js'

it('S15 sends the same order twice, not two orders, when the pay button is clicked twice', async () => {
  const shop = await startShop()
  const browser = shop.browser()
  await browser.post('/cart/items', { sku: JEANS })
  const form = fieldsOf((await browser.get('/checkout')).body, '/checkout')

  const clicks = await Promise.all(Array.from({ length: 3 }, () => browser.post('/checkout', form)))

  expect(new Set(clicks.map(({ location }) => location)).size).toBe(1)
  expect(await shop.emulator.control.orders()).toHaveLength(1)
})

it('S15 finds the order again when the answer to create is lost', async () => {
  const shop = await startShop({ retry: false })
  const browser = shop.browser()
  await browser.post('/cart/items', { sku: JEANS })
  await shop.emulator.control.faults.add({
    match: { operation: 'createOrder', times: 1 },
    effect: { reset: 'after' },
  })
  const form = fieldsOf((await browser.get('/checkout')).body, '/checkout')

  const lost = await browser.post('/checkout', form)

  expect(lost.status).toBe(502)
  expect(lost.body).toContain('could not be opened')
  expect((await browser.post('/checkout', fieldsOf(lost.body, '/checkout'))).status).toBe(303)
  expect(await shop.emulator.control.orders()).toHaveLength(1)
})

it('S16 says that it is checking, never that it failed, and finds the payment later', async () => {
  const shop = await startShop({ retry: false })
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  const { redirectUrl } = await shop.emulator.control.approve(token)
  await shop.emulator.control.faults.add({
    match: { operation: 'capturePayment', times: 1 },
    effect: { reset: 'after' },
  })
  // The read that would resolve the lost answer is lost too.
  await shop.emulator.control.faults.add({
    match: { operation: 'getOrder', nth: 2 },
    effect: { reset: 'before' },
  })

  const lost = await browser.get(redirectUrl)

  expect(stateOf(lost.body)).toBe('checking')
  expect(lost.body).not.toMatch(/failed|declined/i)
  expect((await browser.get(redirectUrl)).location).toContain('notice=paid-now')
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token }])
})

it('S16 finds the payment although the cart has changed in between, and takes no second one', async () => {
  const shop = await startShop({ retry: false })
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  const { redirectUrl } = await shop.emulator.control.approve(token)
  await shop.emulator.control.faults.add({
    match: { operation: 'capturePayment', times: 1 },
    effect: { reset: 'after' },
  })
  await shop.emulator.control.faults.add({
    match: { operation: 'getOrder', nth: 2 },
    effect: { reset: 'before' },
  })
  await browser.get(redirectUrl)
  await browser.post('/cart/items', { sku: JEANS })
  const other = await openCheckout(browser)
  await shop.emulator.control.approve(other.token)

  expect(stateOf((await browser.get(`/return?orderToken=${other.token}`)).body)).toBe('busy')
  expect((await browser.get(redirectUrl)).location).toContain('notice=paid-now')
  expect((await ledgerOf(shop)).filter(({ kind }) => kind === 'capture')).toHaveLength(1)
})

it('shows the checking page of an order while Scalapay is down', async () => {
  const shop = await startShop({ retry: false })
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  await shop.emulator.control.approve(token)
  await shop.emulator.control.faults.add({ effect: 'error-500' })

  expect(stateOf((await browser.get(`/return?orderToken=${token}`)).body)).toBe('checking')
})

it('S53 logs neither the key, nor the token, nor the address of an order, nor who bought', async () => {
  const shop = await startShop({ retry: false })
  const browser = shop.browser()
  const { token } = await goToCheckout(browser)
  const { redirectUrl } = await shop.emulator.control.approve(token)
  await shop.emulator.control.faults.add({ match: { times: 1 }, effect: 'html-502' })
  await browser.get(redirectUrl)
  const { location } = await browser.get(redirectUrl)
  await browser.get(location)

  const order = await shop.app.shop.orders.byToken(token)
  const log = JSON.stringify(shop.log)
  expect(log).toContain(order?.merchantReference)
  const secrets = [shop.emulator.merchantKey, token, order?.id ?? '', order?.cartId ?? '', 'Rossi']
  expect(secrets.filter((secret) => log.includes(secret))).toEqual([])
})

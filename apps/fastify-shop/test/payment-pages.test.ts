import { fieldsOf, JEANS, stateOf } from '@scalapay-kit/contract'
import { describe, expect, it } from 'vitest'
import { buy, goToCheckout, startShop, type TestShop } from './support/shop.js'

describe('the page of an unpaid order', () => {
  it('leads to another try after a declined payment, and the cart is kept', async () => {
    const { browser, emulator } = await startShop()
    const shopper = browser()
    const { token } = await goToCheckout(shopper)
    const visit = await shopper.get(emulator.control.decline(token).redirectUrl)
    expect(stateOf(visit.body)).toBe('declined')
    expect(visit.body).toContain('href="/checkout"')
    expect((await shopper.get('/cart')).body).toContain('Jeans')
  })

  it('leads back to the same checkout after the shopper has left it, and the cart is kept', async () => {
    const { app, browser, emulator } = await startShop()
    const shopper = browser()
    const { token } = await goToCheckout(shopper)
    const visit = await shopper.get(emulator.control.cancel(token).redirectUrl)
    expect(stateOf(visit.body)).toBe('cancelled')
    const order = await app.shop.orders.byToken(token)
    expect(visit.body).toContain(`href="${order?.checkout?.checkoutUrl}"`)
    expect((await shopper.get('/cart')).body).toContain('Jeans')
  })

  it('never says that the payment failed when an answer was lost', async () => {
    const { browser, emulator } = await startShop({ retry: false })
    const shopper = browser()
    const { token } = await goToCheckout(shopper)
    const { redirectUrl } = emulator.control.approve(token)
    emulator.control.faults.add({ match: { times: 1 }, effect: 'error-500' })
    const { body } = await shopper.get(redirectUrl)
    expect(stateOf(body)).toBe('checking')
    expect(body).not.toMatch(/failed|declined/i)
  })
})

it('says that nothing was charged when the answer to create is lost, and keeps the form', async () => {
  const { browser, emulator } = await startShop({ retry: false })
  const shopper = browser()
  await shopper.post('/cart/items', { sku: JEANS })
  emulator.control.faults.add({
    match: { operation: 'createOrder', times: 1 },
    effect: { reset: 'after' },
  })
  const form = fieldsOf((await shopper.get('/checkout')).body, '/checkout')
  const { status, body } = await shopper.post('/checkout', form)
  expect(status).toBe(502)
  expect(body).toContain('could not be opened')
  expect(fieldsOf(body, '/checkout')).toEqual(form)
})

describe('the refund form', () => {
  /** A paid order of 190.00 EUR, and the refund form on its page. */
  async function paidOrder() {
    const shop = await startShop({ retry: false })
    const browser = shop.browser()
    const { path, page } = await buy(shop, browser)
    const action = `${path}/refunds`
    return { shop, browser, path, action, form: fieldsOf(page.body, action) }
  }

  function spoilRefund({ emulator }: TestShop, effect: 'reset-after' | 'unauthorized-string') {
    emulator.control.faults.add({ match: { operation: 'refundPayment', times: 1 }, effect })
  }

  function refundCalls({ emulator }: TestShop): number {
    const requests = emulator.control.requests()
    return requests.filter(({ operation }) => operation === 'refundPayment').length
  }

  it('offers what is left, and is gone when nothing is', async () => {
    const { browser, path, action, form } = await paidOrder()
    expect(form.amount).toBe('190.00')
    await browser.post(action, { ...form, amount: '40,50' })
    const rest = fieldsOf((await browser.get(path)).body, action)
    expect(rest.amount).toBe('149.50')
    expect(rest.refundReference).not.toBe(form.refundReference)
    await browser.post(action, rest)
    expect((await browser.get(path)).body).toContain('Nothing is left to refund')
  })

  it.each([['190.01'], ['0'], ['-5'], ['1.999'], ['ten'], ['1e2']])(
    'stays usable after it refused %j',
    async (amount) => {
      const { shop, browser, action, form } = await paidOrder()
      const { status, body } = await browser.post(action, { ...form, amount })
      expect(status).toBe(422)
      expect(body).toContain('role="alert"')
      expect(fieldsOf(body, action).amount).toBe('190.00')
      expect(refundCalls(shop)).toBe(0)
    },
  )

  it('refuses a reference that belongs to another order', async () => {
    const { shop, browser, action, form } = await paidOrder()
    const refundReference = 'SHOP-222222222222-R-22222222'
    expect((await browser.post(action, { ...form, refundReference })).status).toBe(422)
    expect(refundCalls(shop)).toBe(0)
  })

  it('becomes a check of the same refund when its answer is lost, which counts as spent until then', async () => {
    const { shop, browser, path, action, form } = await paidOrder()
    spoilRefund(shop, 'reset-after')
    const { status, body } = await browser.post(action, form)
    expect(status).toBe(502)
    for (const text of ['may have been made', 'being checked', 'Check again', 'Nothing is left']) {
      expect(body).toContain(text)
    }
    expect(fieldsOf(body, action).refundReference).toBe(form.refundReference)
    const again = await browser.post(action, fieldsOf(body, action))
    expect(again.location).toBe(`${path}?notice=refunded`)
    expect((await browser.get(path)).body).not.toContain('being checked')
  })

  it('says that no money moved when Scalapay refused, and can be sent again', async () => {
    const { shop, browser, path, action, form } = await paidOrder()
    spoilRefund(shop, 'unauthorized-string')
    const { status, body } = await browser.post(action, form)
    expect(status).toBe(502)
    expect(body).toContain('No money moved')
    const again = await browser.post(action, fieldsOf(body, action))
    expect(again.location).toBe(`${path}?notice=refunded`)
  })

  it('is nowhere under an id that does not exist', async () => {
    const { browser, form } = await paidOrder()
    const unknown = '/orders/22222222222222222222222222'
    expect((await browser.get(unknown)).status).toBe(404)
    expect((await browser.post(`${unknown}/refunds`, form)).status).toBe(404)
  })
})

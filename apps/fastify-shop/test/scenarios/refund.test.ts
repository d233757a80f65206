import { fieldsOf } from '@scalapay-kit/contract'
import { expect, it } from 'vitest'
import { buy, countRequests, ledgerOf, startShop } from '../support/shop.js'

const REFUND = /\/refund$/

/** A paid order, and the refund form on its page. */
async function paidOrder(scalapay?: Parameters<typeof startShop>[0]) {
  const shop = await startShop(scalapay)
  const browser = shop.browser()
  const { path, token, page } = await buy(shop, browser)
  const action = `${path}/refunds`
  const refunds = async () => (await ledgerOf(shop)).filter(({ kind }) => kind === 'refund')
  return { shop, browser, path, token, action, form: fieldsOf(page.body, action), refunds }
}

it('offers what is left, and refunds it', async () => {
  const { browser, path, token, action, form, refunds } = await paidOrder()
  expect(form.amount).toBe('190.00')

  const visit = await browser.post(action, form)

  expect(visit.location).toBe(`${path}?notice=refunded`)
  const page = (await browser.get(visit.location)).body
  expect(page).toContain('Nothing is left to refund')
  expect(await refunds()).toEqual([{ kind: 'refund', cents: 19_000, token }])
})

it('refunds in parts up to the amount paid', async () => {
  const { browser, path, action, form, refunds } = await paidOrder()
  await browser.post(action, { ...form, amount: '40,50' })

  const rest = fieldsOf((await browser.get(path)).body, action)

  expect(rest.amount).toBe('149.50')
  expect(rest.refundReference).not.toBe(form.refundReference)
  await browser.post(action, rest)
  expect((await refunds()).map(({ cents }) => cents)).toEqual([4_050, 14_950])
})

it.each([['190.01'], ['0'], ['-5'], ['1.999'], ['ten'], ['1e2']])(
  'refuses %j and keeps the form usable',
  async (amount) => {
    const { shop, browser, action, form } = await paidOrder()

    const visit = await browser.post(action, { ...form, amount })

    expect(visit.status).toBe(422)
    expect(visit.body).toContain('role="alert"')
    expect(fieldsOf(visit.body, action).amount).toBe('190.00')
    expect(await countRequests(shop, REFUND)).toBe(0)
  },
)

it('refuses a reference that belongs to another order', async () => {
  const { shop, browser, action, form } = await paidOrder()
  const visit = await browser.post(action, {
    ...form,
    refundReference: 'SHOP-222222222222-R-22222222',
  })
  expect(visit.status).toBe(422)
  expect(await countRequests(shop, REFUND)).toBe(0)
})

it('S17 refunds once when the button is clicked twice', async () => {
  const { browser, token, action, form, refunds } = await paidOrder()
  const clicks = await Promise.all(
    Array.from({ length: 5 }, () => browser.post(action, { ...form, amount: '50.00' })),
  )
  expect(clicks.map(({ status }) => status)).toEqual(new Array(5).fill(303))
  expect(await refunds()).toEqual([{ kind: 'refund', cents: 5_000, token }])
})

it('S17 refunds once when the answer is lost and the operator asks again', async () => {
  const { shop, browser, path, token, action, form, refunds } = await paidOrder({ retry: false })
  await shop.emulator.control.faults.add({
    match: { operation: 'refundPayment', times: 1 },
    effect: { reset: 'after' },
  })

  const lost = await browser.post(action, { ...form, amount: '50.00' })

  expect(lost.status).toBe(502)
  expect(lost.body).toContain('may have been made')
  expect(lost.body).toContain('being checked')
  const again = await browser.post(action, fieldsOf(lost.body, action))
  expect(again.location).toBe(`${path}?notice=refunded`)
  expect((await browser.get(path)).body).not.toContain('being checked')
  expect(await refunds()).toEqual([{ kind: 'refund', cents: 5_000, token }])
})

it('counts a refund of unknown outcome as spent', async () => {
  const { shop, browser, path, action, form } = await paidOrder({ retry: false })
  await shop.emulator.control.faults.add({
    match: { operation: 'refundPayment', times: 1 },
    effect: { reset: 'after' },
  })
  const lost = await browser.post(action, form)
  expect(lost.body).toContain('Nothing is left to refund')
  expect((await browser.get(path)).body).toContain('Check again')
})

it('forgets a refund that Scalapay refused, so that it can be made anew', async () => {
  const { shop, browser, action, form, refunds } = await paidOrder({ retry: false })
  await shop.emulator.control.faults.add({
    match: { operation: 'refundPayment', times: 1 },
    effect: 'unauthorized-string',
  })

  const refused = await browser.post(action, form)

  expect(refused.status).toBe(502)
  expect(refused.body).toContain('No money moved')
  expect((await browser.post(action, fieldsOf(refused.body, action))).status).toBe(303)
  expect((await refunds()).map(({ cents }) => cents)).toEqual([19_000])
})

it('shows no order under an id that does not exist', async () => {
  const { browser, form } = await paidOrder()
  expect((await browser.get('/orders/22222222222222222222222222')).status).toBe(404)
  expect((await browser.post('/orders/22222222222222222222222222/refunds', form)).status).toBe(404)
})

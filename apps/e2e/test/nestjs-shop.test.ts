import { describe, expect, it } from 'vitest'
import { browse, hasBrowser, watch } from '../src/browser.js'
import { startNestShop } from '../src/shop.js'
import {
  APPROVED_CARD,
  DECLINED_CARD,
  goToCheckout,
  movementsOf,
  ORDER_CENTS,
  payWith,
} from '../src/shopper.js'

/** What only a browser shows: that the policy lets the forms through, and nothing is loaded from elsewhere. */
describe.runIf(hasBrowser())('the Nest shop in a browser', () => {
  it('sells once and refunds once, whatever is reloaded or clicked twice', async () => {
    await using shop = await startNestShop()
    await using browsing = await browse()
    const page = await browsing.context.newPage()
    const misdeeds = watch(page)
    await goToCheckout(page, shop)
    await payWith(page, APPROVED_CARD)
    await page.waitForURL(`${shop.url}/orders/**`)
    expect(await page.getByText('Your payment went through').count()).toBe(1)
    await page.reload()
    await page.getByLabel('Amount in euro').fill('40.00')
    await page.getByRole('button', { name: 'Refund' }).dblclick()
    await page.getByText('40.00').first().waitFor()
    await page.screenshot({ path: 'screenshots/nestjs-refunded.png', fullPage: true })
    expect(movementsOf(shop)).toEqual([
      ['capture', ORDER_CENTS],
      ['refund', 4_000],
    ])
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
  })

  it('lets the shopper try again after a declined card, without JavaScript', async () => {
    await using shop = await startNestShop()
    await using browsing = await browse({ javaScript: false })
    const page = await browsing.context.newPage()
    const misdeeds = watch(page)
    await goToCheckout(page, shop)
    await payWith(page, DECLINED_CARD)
    await page.getByTestId('return-to-shop').click()
    await page.waitForURL(`${shop.url}/return/cancelled?**`)
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('heading', { name: 'Where should it go?' }).waitFor()
    expect(movementsOf(shop)).toEqual([])
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
  })
})

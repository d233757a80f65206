import type { Page } from 'playwright-core'
import type { RunningShop } from './shop.js'

/** A documented test card (source: Scalapay docs). */
export const APPROVED_CARD = '4242 4242 4242 4242'
/** A documented test card (source: Scalapay docs). */
export const DECLINED_CARD = '4000 0000 0000 0002'

/** What both articles cost together with delivery: the documented create-order example. */
export const ORDER_CENTS = 19_000

/** Puts both articles in the cart and goes as far as the hosted checkout. */
export async function goToCheckout(page: Page, shop: RunningShop): Promise<void> {
  for (const article of ['T-Shirt', 'Jeans']) {
    await page.goto(shop.url)
    await page.getByRole('button', { name: `Add to cart ${article}` }).click()
  }
  await page.goto(`${shop.url}/cart`)
  await page.getByRole('link', { name: 'Pay in 3 with Scalapay' }).click()
  await page.getByRole('button', { name: 'Pay in 3 with Scalapay' }).click()
  await page.waitForURL(`${shop.emulator.url}/checkout/*`)
}

/** Fills in the card on the hosted checkout and pays. */
export async function payWith(page: Page, card: string): Promise<void> {
  await page.getByTestId('card-number').fill(card)
  await page.getByTestId('card-expiry').fill('12/99')
  await page.getByTestId('card-cvv').fill('123')
  await page.getByTestId('pay').click()
}

/** What moved, as `['capture', 4900]`. */
export function movementsOf(shop: RunningShop): [string, number][] {
  return shop.emulator.control.ledger().map(({ kind, amountInCents }) => [kind, amountInCents])
}

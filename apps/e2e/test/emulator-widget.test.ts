import { useEmulator } from '@scalapay-kit/emulator/vitest'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from '../src/accessibility.js'
import { type Browsing, browse, hasBrowser, watch } from '../src/browser.js'
import { type RunningServer, serve } from '../src/server.js'

const emulator = useEmulator()

/** A shop's page on another origin, as strict as a shop can be that allows the loader. */
const page = (body: string) => `<!doctype html><html lang="en"><head><title>Shop</title>
<link rel="icon" href="data:,">
<script type="module" src="${emulator.url}/widget/scalapay-widget-loader.js?version=V5"></script></head>
<body><main><h1>Jeans</h1>${body}</main></body></html>`

describe.runIf(hasBrowser())('the widget in a shop', () => {
  let browsing: Browsing
  let shop: RunningServer
  let body = ''

  beforeAll(async () => {
    browsing = await browse()
    shop = await serve((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.setHeader(
        'content-security-policy',
        `default-src 'none'; script-src ${emulator.url}; img-src data:`,
      )
      response.end(page(body))
    })
  })
  afterAll(async () => {
    await browsing[Symbol.asyncDispose]()
    await shop[Symbol.asyncDispose]()
  })

  async function open(markup: string): Promise<Page> {
    body = markup
    const opened = await browsing.context.newPage()
    await opened.goto(shop.url)
    await opened.locator('scalapay-widget').first().waitFor({ state: 'attached' })
    await opened.waitForFunction(() => customElements.get('scalapay-widget') !== undefined)
    return opened
  }

  const price = (text: string) =>
    `<p class="price-container"><span class="price">${text}</span></p>`

  it.each([
    ['€ 190,00', '', 'or 3 interest-free payments of € 63,34'],
    ['1.190,50 €', 'locale="it"', 'o 3 rate senza interessi da 396,84 €'],
    ['1,190.50', 'locale="de" amount-separator="."', 'oder 3 zinsfreie Raten zu 396.84 €'],
    ['EUR 30', 'locale="fr" currency-position="before"', 'ou 3 paiements sans frais de € 10,00'],
    ['12,5', 'locale="es"', 'o 3 pagos sin intereses de 4,17 €'],
    ['€ 4,00', 'locale="pt" min-amount="5"', 'Gaste mais 1,00 € para pagar em 3 vezes'],
  ])('reads the price %s with %s', async (text, attributes, offer) => {
    const opened = await open(`${price(text)}<scalapay-widget ${attributes}></scalapay-widget>`)
    expect(await opened.locator('scalapay-widget .text').textContent()).toBe(offer)
    await opened.close()
  })

  it('takes the first selector that finds something, and the amount only when none does', async () => {
    const opened = await open(`<b id="now">60,00</b>${price('90,00')}
<scalapay-widget amount-selectors='["#none", "#now", ".price"]' amount="30"></scalapay-widget>
<scalapay-widget amount-selectors='["#none"]' amount="30"></scalapay-widget>
<scalapay-widget amount="30"></scalapay-widget>`)
    const texts = await opened.locator('scalapay-widget .text').allTextContents()
    expect(texts.map((text) => text.split('€ ')[1])).toEqual(['20,00', '10,00', '30,00'])
    await opened.close()
  })

  it('follows the price and its own attributes', async () => {
    const opened = await open(`${price('90,00')}<scalapay-widget></scalapay-widget>`)
    const text = opened.locator('scalapay-widget .text')
    await opened.locator('.price').evaluate((element) => {
      element.textContent = '180,00'
    })
    await text.getByText('€ 60,00').waitFor()
    await opened.locator('scalapay-widget').evaluate((element) => {
      element.setAttribute('locale', 'it')
    })
    await text.getByText('3 rate').waitFor()
    await opened.close()
  })

  it.each([
    ['no price', ''],
    ['a price above the most', 'amount="900" max-amount="500"'],
    [
      'a price below the least, progress hidden',
      'amount="3" min-amount="5" spend-progress="hidden"',
    ],
  ])('hides itself for %s', async (_, attributes) => {
    const opened = await open(`<scalapay-widget ${attributes}></scalapay-widget>`)
    expect(await opened.locator('scalapay-widget').isVisible()).toBe(false)
    await opened.close()
  })

  it('shows the plan to the cent on the checkout, and to those who want to learn more', async () => {
    const opened = await open(`<scalapay-widget amount="100" type="checkout"></scalapay-widget>
<scalapay-widget amount="100" learn-more="true"></scalapay-widget>`)
    const instalments = opened.locator('scalapay-widget .instalment')
    expect(await instalments.allTextContents()).toEqual([
      '€ 33,34 today',
      '€ 33,33 in 1 month',
      '€ 33,33 in 2 months',
    ])
    await opened.getByRole('button', { name: 'Learn more' }).click()
    expect(await instalments.count()).toBe(6)
    await opened.close()
  })

  it('breaks no rule of a strict content security policy and is accessible', async () => {
    const opened = await browsing.context.newPage()
    const misdeeds = watch(opened)
    body = `<scalapay-widget amount="100" learn-more="true" max-width="80%"></scalapay-widget>
<scalapay-widget amount="3" min-amount="5" dark-mode="always"></scalapay-widget>`
    await opened.goto(shop.url)
    await opened.getByText('Spend').waitFor()
    expect(await seriousFaults(opened)).toEqual([])
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
    await opened.close()
  })
})

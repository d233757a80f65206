import { expect, it, onTestFinished } from 'vitest'
import { emulatorWith, settingsFor, startBuilt } from '../support/built-server.js'

/** The page with both widgets and the button, as a browser gets it. */
async function page(): Promise<{ html: string; policy: string; emulator: string }> {
  const emulator = await emulatorWith()
  onTestFinished(() => emulator.close())
  const answer = await fetch((await startBuilt(settingsFor(emulator))).url)
  const policy = answer.headers.get('content-security-policy') ?? ''
  return { html: await answer.text(), policy, emulator: emulator.url }
}

it('adds its sources to the policy of nuxt-security, which keeps its nonce', async () => {
  const { policy, emulator } = await page()
  const directives = new Map(policy.split(';').map((text) => [text.trim().split(' ')[0], text]))
  expect(directives.get('script-src')).toContain("'nonce-")
  expect(directives.get('script-src')).toContain('https://cdn.scalapay.com')
  expect(directives.get('form-action')).toContain(emulator)
})

it('renders room for the widgets and one loader, without the element', async () => {
  const { html } = await page()
  expect(html.match(/scalapay-widget-loader\.js/g)).toHaveLength(2)
  expect(html.match(/<script[^>]*scalapay-widget-loader\.js[^>]*type="module"/g)).toHaveLength(1)
  expect(html).toContain('<div class="scalapay-widget scalapay-widget-product"></div>')
  expect(html).not.toContain('<scalapay-widget')
})

it('renders the button as a form that works without JavaScript', async () => {
  const { html } = await page()
  expect(html).toMatch(
    /<form class="scalapay-checkout" method="post" action="\/api\/checkout"><input type="hidden" name="cart" value="c-1">(?:<!---->)*<button type="submit" class="scalapay-checkout-button"[^>]*>Pay with Scalapay<\/button><\/form>/,
  )
})

import { useEmulator } from '@scalapay-kit/emulator/vitest'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { seriousFaults } from '../src/accessibility.js'
import { type Browsing, browse, hasBrowser, type Misdeeds, watch } from '../src/browser.js'
import { type RunningServer, serve } from '../src/server.js'

const emulator = useEmulator({ seed: 1, clock: 'manual' })

describe.runIf(hasBrowser())('the dashboard', () => {
  let browsing: Browsing
  let page: Page
  let misdeeds: Misdeeds
  let merchant: RunningServer
  /** What the merchant's webhook route answers. */
  let reaction = 500

  beforeAll(async () => {
    browsing = await browse()
    merchant = await serve((_, response) => response.writeHead(reaction).end())
  })
  afterAll(async () => {
    await browsing[Symbol.asyncDispose]()
    await merchant[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    page = await browsing.context.newPage()
    misdeeds = watch(page)
    await page.goto(emulator.url)
    await page.getByText('Live', { exact: true }).waitFor()
  })
  afterEach(async () => {
    await page.close()
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
  })

  const part = (name: string) => page.getByRole('region', { name })
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const orderRow = (token: string) => page.locator(`#order-${token}`)

  async function newOrder(): Promise<string> {
    await press('Create a sample order')
    await page.getByText('A sample order was created.').waitFor()
    return emulator.control.orders().at(-1)?.token ?? ''
  }

  it('shows what happens elsewhere without being loaded again', async () => {
    const token = await newOrder()
    emulator.control.approve(token)
    await orderRow(token).getByText('authorized').waitFor()
    emulator.control.reset()
    await part('Orders').getByText('No orders yet').waitFor()
  })

  it('keeps open what the reader has opened, and the focus where it is', async () => {
    const token = await newOrder()
    await orderRow(token).locator('summary').first().focus()
    await page.keyboard.press('Enter')
    emulator.control.approve(token)
    await orderRow(token).getByText('approved').waitFor()
    expect(await orderRow(token).getByText('approved').isVisible()).toBe(true)
    const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.id)
    expect(await focused()).toBe(`order-${token}`)
  })

  it('leaves standing what it said about the last button while other things change', async () => {
    await newOrder()
    emulator.control.faults.add({ effect: 'lose' })
    await part('Faults').getByText('lose: true').waitFor()
    expect(await page.getByText('A sample order was created.').isVisible()).toBe(true)
  })

  it('opens the checkout in a tab of its own, and shows what became of it', async () => {
    const token = await newOrder()
    await orderRow(token).locator('summary').first().click()
    const opened = browsing.context.waitForEvent('page')
    await page.getByTestId(`pay-${token}`).click()
    await (await opened).getByTestId('outcome-approve').click()
    await orderRow(token).getByText('authorized').waitFor()
  })

  it('shows deliveries and sends one once more', async () => {
    reaction = 500
    emulator.control.webhooks.configure({ url: `${merchant.url}/webhooks/scalapay` })
    await newOrder()
    const deliveries = part('Webhooks')
    await deliveries.getByText('1 attempt', { exact: true }).waitFor()
    reaction = 200
    await deliveries.locator('summary').first().click()
    await press('Send once more')
    await deliveries.getByText('delivered', { exact: true }).waitFor()
    expect(emulator.control.webhooks.list()[0]?.attempts.map(({ status }) => status)).toEqual([
      500, 200,
    ])
  })

  it('saves how events are told', async () => {
    await part('Webhooks').getByText('Settings', { exact: true }).click()
    await page.getByLabel('Address of your webhook route').fill(`${merchant.url}/hook`)
    await page.getByLabel('Send every event twice').check()
    await press('Save')
    await page.getByText('The settings of the webhooks are saved.').waitFor()
    expect(emulator.control.webhooks.settings()).toMatchObject({
      url: `${merchant.url}/hook`,
      duplicate: true,
    })
  })

  it('turns a fault on and off again', async () => {
    await page.getByLabel('What goes wrong').selectOption('error-500')
    await page.getByLabel('In which operation').selectOption('getConfigurations')
    await press('Turn on')
    await part('Faults').getByText('answer: error-500').waitFor()
    const headers = { authorization: `Bearer ${emulator.merchantKey}` }
    expect((await fetch(`${emulator.url}/v3/configurations`, { headers })).status).toBe(500)
    await part('Requests').getByText('500', { exact: true }).waitFor()
    await press('Turn off')
    await part('Faults').getByText('None').waitFor()
    expect(emulator.control.faults.list()).toEqual([])
    // The button is gone; the focus is on the answer to it, not lost.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('notice')
  })

  it('moves the clock', async () => {
    const token = await newOrder()
    await press('+ 40 minutes')
    await orderRow(token).getByText('expired').first().waitFor()
    expect(await page.getByTestId('now').textContent()).toContain('09:40:00')
  })

  it('says what is wrong with what it was asked', async () => {
    await part('Webhooks').getByText('Settings', { exact: true }).click()
    await page.getByLabel('Address of your webhook route').fill('https://shop.example/hook')
    await press('Save')
    await page.getByRole('alert').getByText('not on this machine').waitFor()
    misdeeds.consoleErrors = misdeeds.consoleErrors.filter((text) => !text.includes('422'))
  })

  it('stands still while it is paused', async () => {
    await press('Pause')
    await page.getByText('Paused').waitFor()
    emulator.control.faults.add({ effect: 'lose' })
    const answered = page.waitForResponse(`${emulator.url}/`)
    expect(await part('Faults').getByText('lose: true').count()).toBe(0)
    await press('Resume')
    await answered
    await part('Faults').getByText('lose: true').waitFor()
  })

  it('shows hostile names as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=1</script>'
    await fetch(`${emulator.url}/v2/orders`, { method: 'POST', body: hostile })
    await part('Requests').locator('summary').first().click()
    await part('Requests').getByText('<img src=x').waitFor()
    expect(await page.title()).toBe('Dashboard · scalapay-kit emulator')
    expect(await page.locator('main img, main script').count()).toBe(0)
  })

  it.each(['light', 'dark'] as const)(
    'has no serious fault of accessibility, %s, with everything open',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      emulator.control.webhooks.configure({ url: `${merchant.url}/webhooks/scalapay` })
      await newOrder()
      emulator.control.faults.add({ effect: 'capture-status' })
      await part('Faults').getByText('captureStatus').waitFor()
      for (const summary of await page.locator('summary:visible').all()) await summary.click()
      expect(await seriousFaults(page)).toEqual([])
    },
  )

  it('is no wider than a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await newOrder()
    for (const summary of await page.locator('summary:visible').all()) await summary.click()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})

describe.runIf(hasBrowser())('the dashboard without JavaScript', () => {
  it('shows the state, and its buttons work', async () => {
    await using browsing = await browse({ javaScript: false })
    const page = await browsing.context.newPage()
    const misdeeds = watch(page)
    await page.goto(emulator.url)
    await page.getByRole('button', { name: 'Create a sample order' }).click()
    await page.getByText('A sample order was created.').waitFor()
    await page.getByRole('button', { name: 'Turn on' }).click()
    await page.getByText('The fault is on.').waitFor()
    await page.getByRole('button', { name: '+ 1 day' }).click()
    await page.getByText('02 Jan, 09:00:00').waitFor()
    expect(emulator.control.faults.list()).toHaveLength(1)
    expect(misdeeds).toEqual({ consoleErrors: [], requestsOutside: [] })
  })
})

import type { Locator, Page } from 'playwright-core'

/** More than any page here has to offer. */
const MOST_PRESSES = 60

/**
 * Presses Tab until the focus is on an element.
 *
 * @throws Error when it cannot be reached
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} was not reached with the Tab key`)
}

import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe-core finds serious or critical on a page, as `rule: element`. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // By the debugger, because the page's own content security policy lets no foreign script in.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run(),
  )
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

import type { ClockReading } from '../control.js'
import { type Html, html } from '../pages/html.js'
import { section, time } from './elements.js'

const MINUTE = 60_000
const DAY = 86_400_000

/** Steps after which something happens, by default: an order expires, a delayed authorisation ends. */
const STEPS = [
  ['1 minute', MINUTE],
  ['10 minutes', 10 * MINUTE],
  ['40 minutes', 40 * MINUTE],
  ['1 day', DAY],
  ['5 days', 5 * DAY],
] as const

/** The emulator's time, and how to move it. */
export function clockSection({ mode, now }: ClockReading): Html {
  const steps = STEPS.map(
    ([label, milliseconds]) =>
      html`<button class="small" type="submit" name="milliseconds" value="${milliseconds}">+ ${label}</button>`,
  )
  const how =
    mode === 'manual'
      ? 'It stands still until it is moved.'
      : 'It goes on as usual, and can be moved ahead.'
  return section(
    'clock',
    'Clock',
    html`<p class="now" data-testid="now">${time(now)} <span class="soft">UTC</span></p><p class="hint">${how} What becomes due on the way happens, in order.</p>
<form method="post" action="/dashboard/clock/advance" class="buttons">${steps}</form>`,
  )
}

import { CANNED_ANSWERS, DAMAGED_BODIES } from '../faults/effects.js'
import type { ActiveFault } from '../faults/rules.js'
import { operations } from '../generated/document.js'
import { type Html, html } from '../pages/html.js'
import { buttonForm, section } from './elements.js'

/** Every effect that its name alone describes. */
const EFFECTS = [
  'reset-after',
  'reset-before',
  ...CANNED_ANSWERS,
  ...DAMAGED_BODIES,
  'capture-status',
  'latency=2000',
  'lose',
]

const option = (name: string) => html`<option>${name}</option>`

function describeMatch({ match }: ActiveFault): string {
  const words = Object.entries(match).map(([name, value]) => `${name} ${value}`)
  return words.length === 0 ? 'every request' : words.join(', ')
}

function describeEffect({ effect }: ActiveFault): string {
  return Object.entries(effect)
    .map(([name, value]) => `${name}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join(', ')
}

function faultRow(fault: ActiveFault): Html {
  return html`<li id="${fault.id}" class="fault"><span><strong>${describeEffect(fault)}</strong><br><span class="soft">${describeMatch(fault)}; applied to ${fault.applied} of ${fault.seen} requests that fit</span></span>${buttonForm(`/dashboard/faults/${fault.id}/remove`, 'Turn off')}</li>`
}

/** The faults that are on, and a form for more. */
export function faultsSection(faults: readonly ActiveFault[]): Html {
  const list =
    faults.length === 0
      ? html`<p class="empty">None: every request is answered as it should be.</p>`
      : html`<ul class="faults">${faults.map(faultRow)}</ul>${buttonForm('/dashboard/faults/clear', 'Turn all off')}`
  return section(
    'faults',
    'Faults',
    html`${list}<form method="post" action="/dashboard/faults" class="stack" id="fault-form">
<label for="fault-effect">What goes wrong</label><select id="fault-effect" name="effect">${EFFECTS.map(option)}</select>
<label for="fault-operation">In which operation</label><select id="fault-operation" name="operation"><option value="">any</option>${Object.keys(operations).map(option)}</select>
<label for="fault-times">How often</label><select id="fault-times" name="times"><option value="1">once</option><option value="">until it is turned off</option></select>
<button class="small" type="submit">Turn on</button></form>`,
  )
}

import type { Control } from '../control.js'
import type { Emulation } from '../emulation/emulation.js'
import { maskKey } from '../emulation/request-log.js'
import { type Html, html } from '../pages/html.js'
import { formatEuro } from '../pages/language.js'
import { layout } from '../pages/layout.js'
import { clockSection } from './clock.js'
import { buttonForm, facts, section } from './elements.js'
import { faultsSection } from './faults.js'
import { ordersSection } from './orders.js'
import { requestsSection } from './requests.js'
import { webhooksSection } from './webhooks.js'

/** How many of each kind the page shows: it is loaded again with every change. */
const MOST_SHOWN = 50

/** What the page says about the button that was pressed. */
export interface DashboardNotice {
  readonly text?: string | undefined
  /** What was wrong with it, and what to do. */
  readonly problem?: string | undefined
}

function notices({ text, problem }: DashboardNotice): Html {
  return html`<div id="notices"><p class="status" role="status" id="notice" tabindex="-1">${text}</p>${problem && html`<p class="errors" role="alert" id="problem">${problem}</p>`}</div>`
}

function tile(label: string, value: string | number): Html {
  return html`<div><dt>${label}</dt><dd>${value}</dd></div>`
}

/** How many orders there are, and how many deliveries that nobody has acknowledged. */
interface Counts {
  readonly orders: number
  readonly undelivered: number
}

function tiles(control: Control, { orders, undelivered }: Counts): Html {
  const ledger = control.ledger()
  const sum = (kind: string) =>
    ledger.reduce((total, entry) => total + (entry.kind === kind ? entry.amountInCents : 0), 0)
  return html`<dl class="tiles" id="tiles">${tile('Orders', orders)}
${tile('Captured', formatEuro(sum('capture'), 'en'))}
${tile('Refunded', formatEuro(sum('refund'), 'en'))}
${tile('Webhooks not delivered', undelivered)}
${tile('Faults on', control.faults.list().length)}</dl>`
}

function aboutSection({ url, settings }: Emulation): Html {
  const masked = (keys: readonly string[]) => keys.map(maskKey).join(', ')
  const links = ['orders', 'disputes', 'ledger', 'webhooks', 'requests', 'faults', 'clock'].map(
    (name) => html`<li><a href="/_emulator/${name}">${name}</a></li>`,
  )
  return section(
    'about',
    'This emulator',
    html`${facts([
      ['Address', html`<code>${url}</code>`],
      ['Merchant keys', masked(settings.merchantKeys)],
      ['Device keys', masked(settings.deviceKeys)],
      ['Seed', settings.seed],
    ])}
<p class="label">Control plane, as JSON</p><ul class="links">${links}</ul>
<details id="reset"><summary>Forget everything…</summary><div class="inside"><p class="hint">Orders, ledger, faults and log are gone then.</p>${buttonForm('/dashboard/reset', 'Forget everything')}</div></details>`,
  )
}

const NAVIGATION = ['orders', 'webhooks', 'requests', 'clock', 'faults'] as const

/** The page at `/`: what the emulator holds, and buttons for what it can be told. It works without its script. */
export function dashboardPage(
  control: Control,
  emulation: Emulation,
  notice: DashboardNotice,
): string {
  const tokens = emulation.world.store.tokens()
  const latest = tokens.slice(-MOST_SHOWN).reverse()
  const requests = control.requests()
  const deliveries = control.webhooks.list()
  const webhooks = webhooksSection(
    deliveries.slice(-MOST_SHOWN).reverse(),
    deliveries.length,
    control.webhooks.settings(),
  )
  const orders = ordersSection({
    orders: latest.map((token) => control.order(token)),
    total: tokens.length,
    openStatus: emulation.settings.readStatusBeforeApproval,
  })
  const undelivered = deliveries.filter(({ state }) => state !== 'delivered').length
  const links = NAVIGATION.map(
    (name) => html`<li><a href="#${name}">${name[0]?.toUpperCase()}${name.slice(1)}</a></li>`,
  )
  return layout({
    language: 'en',
    title: 'Dashboard',
    width: 'full',
    sheet: 'dashboard.css',
    script: 'dashboard.js',
    aside: html`<p class="live" id="live" hidden><span id="live-text" role="status"></span> <button class="small" type="button" id="live-button">Pause</button></p>`,
    content: html`<h1>Dashboard</h1>${notices(notice)}${tiles(control, { orders: tokens.length, undelivered })}
<nav aria-label="Parts of this page"><ul class="links">${links}</ul></nav>
<noscript><p class="hint">Without JavaScript this page shows the moment at which it was loaded: reload it to see what is new.</p></noscript>
<div class="board"><div>${orders}${webhooks}${requestsSection(requests.slice(-MOST_SHOWN).reverse(), requests.length)}</div>
<div>${clockSection(control.clock.now())}${faultsSection(control.faults.list())}${aboutSection(emulation)}</div></div>`,
  })
}

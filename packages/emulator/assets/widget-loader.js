// @ts-check
// The emulator's stand-in for Scalapay's widget: it takes the documented attributes and says what a shopper would pay.
// Wording and look are not Scalapay's.

const DEFAULT_SELECTORS = ['.price-container .price']

/** `{n}` payments of at most `{x}`; `{rest}` is missing to the least amount. */
const TEXTS = {
  en: {
    offer: 'or {n} interest-free payments of {x}',
    missing: 'Spend {rest} more to pay in {n}',
    more: 'Learn more',
  },
  it: {
    offer: 'o {n} rate senza interessi da {x}',
    missing: 'Spendi ancora {rest} per pagare in {n} rate',
    more: 'Scopri di più',
  },
  pt: {
    offer: 'ou {n} prestações sem juros de {x}',
    missing: 'Gaste mais {rest} para pagar em {n} vezes',
    more: 'Saber mais',
  },
  de: {
    offer: 'oder {n} zinsfreie Raten zu {x}',
    missing: 'Noch {rest} bis zur Zahlung in {n} Raten',
    more: 'Mehr erfahren',
  },
  fr: {
    offer: 'ou {n} paiements sans frais de {x}',
    missing: 'Encore {rest} pour payer en {n} fois',
    more: 'En savoir plus',
  },
  es: {
    offer: 'o {n} pagos sin intereses de {x}',
    missing: 'Gasta {rest} más para pagar en {n} plazos',
    more: 'Más información',
  },
}

const INSTALMENTS = 3

const STYLE = `
:host { display: block; color: #1d2327; font: 1rem/1.4 system-ui, sans-serif; }
:host([hidden]) { display: none; }
.box { padding: .6rem .75rem; border: 1px solid #d9d5dd; border-radius: .5rem; background: #fff; }
.plain { padding: 0; border: 0; background: none; }
.center { text-align: center; margin-inline: auto; } .right { text-align: right; margin-left: auto; }
.small { font-size: .85rem; }
.logo { font-weight: 700; color: #a3216b; } .logo.black { color: inherit; }
ol { display: flex; gap: .5rem; margin: .5rem 0 0; padding: 0; list-style: none; }
li { flex: 1; border-top: 3px solid #a3216b; padding-top: .25rem; font-variant-numeric: tabular-nums; }
progress { width: 100%; } button { font: inherit; color: inherit; text-decoration: underline; background: none; border: 0; cursor: pointer; }
.dark.box { background: #1e2427; color: #edf0f1; border-color: #4a5459; } .dark .logo:not(.black) { color: #f7a8d0; }
.dark.plain { background: none; }
`

/**
 * Cents of a price as shops write it: `€ 1.234,50`, `1,234.50 EUR`, `49`. The last separator counts as the decimal one
 * when one or two digits follow it.
 *
 * @param {string | null | undefined} text
 */
function parseCents(text) {
  const digits = /\d[\d.,\s'’]*/
    .exec(text ?? '')?.[0]
    .replace(/[\s'’]/g, '')
    .replace(/[.,]$/, '')
  if (digits === undefined) return undefined
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? []
  return Number(whole.replace(/[.,]/g, '')) * 100 + Number(decimals.padEnd(2, '0'))
}

/** @param {number} cents */
function split(cents) {
  const part = Math.floor(cents / INSTALMENTS)
  const spare = cents - part * INSTALMENTS
  return Array.from({ length: INSTALMENTS }, (_, index) => part + (index < spare ? 1 : 0))
}

/**
 * @param {string} name
 * @param {string} className
 * @param {string} text
 */
function node(name, className, text) {
  const element = document.createElement(name)
  element.className = className
  element.textContent = text
  return element
}

class ScalapayWidget extends HTMLElement {
  #root = this.attachShadow({ mode: 'open' })
  #shown = ''
  #isOpen = false
  // Quantities and variants change the price without the page being loaded again.
  #observer = new MutationObserver(() => this.#render())

  constructor() {
    super()
    const sheet = new CSSStyleSheet()
    // A sheet that is made here needs no permission in the shop's content security policy.
    sheet.replaceSync(STYLE)
    this.#root.adoptedStyleSheets = [sheet]
  }

  connectedCallback() {
    const everything = { childList: true, subtree: true, characterData: true }
    this.#observer.observe(document.body, everything)
    this.#observer.observe(this, { attributes: true })
    this.#render()
  }

  disconnectedCallback() {
    this.#observer.disconnect()
  }

  /** @param {string} name @param {string} fallback */
  #value(name, fallback) {
    return this.getAttribute(name) ?? fallback
  }

  #cents() {
    const selectors = this.getAttribute('amount-selectors')
    try {
      const list = selectors === null ? DEFAULT_SELECTORS : [JSON.parse(selectors)].flat()
      for (const selector of list) {
        const found = document.querySelector(selector)
        if (found !== null) return parseCents(found.textContent)
      }
    } catch {
      reportError(new Error('scalapay-widget: amount-selectors must be JSON such as ["#price"]'))
    }
    // Only a fallback, as documented: it never overrides selectors that find something.
    return parseCents(this.getAttribute('amount'))
  }

  get #locale() {
    const locale = this.#value('locale', 'en').slice(0, 2)
    return Object.hasOwn(TEXTS, locale) ? /** @type {keyof typeof TEXTS} */ (locale) : 'en'
  }

  /** @param {number} cents */
  #money(cents) {
    const separator = this.#value('amount-separator', ',')
    const amount = `${Math.floor(cents / 100)}${separator}${String(cents % 100).padStart(2, '0')}`
    const isBefore =
      this.#value('currency-position', this.#locale === 'en' ? 'before' : 'after') === 'before'
    return isBefore ? `€ ${amount}` : `${amount} €`
  }

  #render() {
    const cents = this.#cents()
    // The shop's page changes often, and what is shown must not be read out again each time.
    const attributes = [...this.attributes].filter(({ name }) => name !== 'hidden')
    const settings = attributes.map(({ name, value }) => `${name}=${value}`)
    const state = [cents, this.#isOpen, ...settings].join(' ')
    if (state === this.#shown) return
    this.#shown = state
    const most = parseCents(this.getAttribute('max-amount')) ?? Number.POSITIVE_INFINITY
    this.hidden = cents === undefined || cents === 0 || cents > most
    if (cents !== undefined) this.#root.replaceChildren(this.#box(cents))
  }

  /** @param {number} cents */
  #box(cents) {
    const { offer, missing } = TEXTS[this.#locale]
    const least = parseCents(this.getAttribute('min-amount')) ?? 0
    const isEnough = cents >= least
    const text = (isEnough ? offer : missing)
      .replace('{n}', String(INSTALMENTS))
      .replace('{x}', this.#money(split(cents)[0] ?? 0))
      .replace('{rest}', this.#money(least - cents))
    const box = node('div', this.#classes(), '')
    const width = this.#value('max-width', 'auto')
    if (width !== 'auto') box.style.maxWidth = width
    box.append(node('span', 'text', text), ' ')
    box.append(node('span', `logo ${this.#value('logo-color', 'pink')}`, 'scalapay'))
    if (!isEnough) this.#addProgress(box, cents / least)
    const hasPlan = this.#isOpen || this.getAttribute('type') === 'checkout'
    if (this.getAttribute('learn-more') === 'true') box.append(' ', this.#button())
    if (isEnough && hasPlan) box.append(this.#plan(cents))
    return box
  }

  /** @param {Element} box @param {number} part of the least amount that is spent, from 0 to 1 */
  #addProgress(box, part) {
    const how = this.#value('spend-progress', 'standard')
    if (how === 'hidden') this.hidden = true
    if (how !== 'standard') return
    const bar = document.createElement('progress')
    bar.value = part
    bar.ariaLabel = box.textContent
    box.append(bar)
  }

  #button() {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = TEXTS[this.#locale].more
    button.ariaExpanded = String(this.#isOpen)
    button.addEventListener('click', () => {
      this.#isOpen = !this.#isOpen
      this.#render()
      this.#root.querySelector('button')?.focus()
    })
    return button
  }

  /** @param {number} cents */
  #plan(cents) {
    const day = new Intl.RelativeTimeFormat(this.#locale, { numeric: 'auto' })
    const month = new Intl.RelativeTimeFormat(this.#locale, { numeric: 'always' })
    const list = document.createElement('ol')
    for (const [index, part] of split(cents).entries()) {
      const when = index === 0 ? day.format(0, 'day') : month.format(index, 'month')
      list.append(node('li', 'instalment', `${this.#money(part)} ${when}`))
    }
    return list
  }

  #classes() {
    const mode = this.#value('dark-mode', 'never')
    const isDark =
      mode === 'always' || (mode === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    const names = ['box', this.#value('alignment', 'left'), this.#value('font-size', 'normal')]
    if (this.getAttribute('background') === 'false') names.push('plain')
    if (isDark) names.push('dark')
    return names.join(' ')
  }
}

// The script may be on a page twice, as the real one may.
if (customElements.get('scalapay-widget') === undefined) {
  customElements.define('scalapay-widget', ScalapayWidget)
}

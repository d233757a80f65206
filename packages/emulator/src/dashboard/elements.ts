import { type Html, type HtmlValue, html } from '../pages/html.js'

/** What a badge says by its colour as well. */
export type Tone = 'good' | 'busy' | 'bad' | 'plain'

/** A word in a coloured box. */
export function badge(text: string | number, tone: Tone): Html {
  return html`<span class="badge ${tone}">${text}</span>`
}

const TIME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  day: '2-digit',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** A time of the emulator's clock, in UTC, from ISO 8601. */
export function time(iso: string): Html {
  return html`<time datetime="${iso}" title="${iso}">${TIME.format(new Date(iso))}</time>`
}

/** Bodies are shown as far as somebody reads them; the control plane has all of them. */
const LONGEST_SHOWN = 4_000

function readable(text: string): string {
  if (text.length > LONGEST_SHOWN) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** A body as text: JSON is indented, a long one is cut. */
export function bodyBlock(label: string, body: string): Html {
  if (body === '') return html`<p class="hint">${label}: empty</p>`
  const shown = readable(body)
  const cut = `${shown.slice(0, LONGEST_SHOWN)}… (${body.length} characters; /_emulator has them all)`
  return html`<p class="label">${label}</p><pre tabindex="0" aria-label="${label}">${shown.length > LONGEST_SHOWN ? cut : shown}</pre>`
}

/** Names and values below each other. */
export function facts(entries: readonly (readonly [string, HtmlValue])[]): Html {
  return html`<dl class="facts">${entries.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`
}

/** One line of a list that opens. The id keeps it open when the list is renewed. */
export function row(id: string, summary: Html, content: Html): Html {
  return html`<li id="${id}"><details id="${id}-details"><summary>${summary}</summary><div class="inside">${content}</div></details></li>`
}

/** A part of the dashboard. */
export function section(id: string, title: string, content: Html): Html {
  return html`<section class="panel" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title" tabindex="-1">${title}</h2>${content}</section>`
}

/** A list of rows, or what to do about there being none. */
export function rows(items: readonly Html[], empty: Html): Html {
  return items.length === 0
    ? html`<p class="empty">${empty}</p>`
    : html`<ul class="rows">${items}</ul>`
}

/** A form with one button. */
export function buttonForm(action: string, label: string, fields: HtmlValue = undefined): Html {
  return html`<form method="post" action="${action}">${fields}<button class="small" type="submit">${label}</button></form>`
}

/** Says that there are more than the page shows, and where they are. */
export function latestOf(shown: number, total: number, name: string): Html | undefined {
  return total > shown
    ? html`<p class="hint">The latest ${shown} of ${total}. <a href="/_emulator/${name}">All of them as JSON</a></p>`
    : undefined
}

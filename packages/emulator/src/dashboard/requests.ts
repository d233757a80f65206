import type { LoggedRequest } from '../emulation/request-log.js'
import { type Html, html } from '../pages/html.js'
import { badge, bodyBlock, latestOf, row, rows, section, type Tone, time } from './elements.js'

function toneOf(status: number): Tone {
  if (status >= 500) return 'bad'
  return status >= 400 ? 'busy' : 'good'
}

function headerLines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n')
}

function requestRow({ id, at, method, path, headers, body, answer, fault }: LoggedRequest): Html {
  const status =
    answer === null ? badge('no answer', 'bad') : badge(answer.status, toneOf(answer.status))
  const summary = html`<span class="what"><strong>${method}</strong> <code>${path}</code></span>${fault === null ? undefined : badge('fault', 'bad')}${status}<span class="soft">${time(at)}</span>`
  const answered =
    answer === null
      ? html`<p class="hint">Nothing was answered: the connection was dropped, or the work is going on.</p>`
      : html`${bodyBlock('Answer headers', headerLines(answer.headers))}${bodyBlock('Answer body', answer.body)}`
  const applied =
    fault === null
      ? undefined
      : bodyBlock(`Fault, from ${fault.source}`, JSON.stringify(fault.effect))
  return row(
    `request-${id}`,
    summary,
    html`${applied}${bodyBlock('Request headers', headerLines(headers))}${bodyBlock('Request body', body)}${answered}`,
  )
}

/** The latest requests to the imitated API, newest first. */
export function requestsSection(requests: readonly LoggedRequest[], total: number): Html {
  const more = latestOf(requests.length, total, 'requests')
  const empty = html`No requests yet. Point a client at this address.`
  return section('requests', 'Requests', html`${rows(requests.map(requestRow), empty)}${more}`)
}

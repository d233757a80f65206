import type { Route, Transcript } from './transcript.js'

/** What came back, with redirects not followed. */
export interface Visit {
  readonly status: number
  /** Where it leads, as an absolute address; empty when nowhere. */
  readonly location: string
  readonly body: string
}

export interface Request {
  readonly route: Route
  readonly url: string
  /** Posts a form with these fields; without them it is a plain visit. */
  readonly fields?: Readonly<Record<string, string>>
  /** Posts JSON; for the emulator's control plane. */
  readonly json?: object
  /** The essential fact for the transcript. */
  readonly fact: (visit: Visit) => string
}

/** A browser, as far as servers can tell, that writes down where it goes. */
export class Visitor {
  readonly #transcript: Transcript
  readonly #cookies = new Map<string, string>()

  constructor(transcript: Transcript) {
    this.#transcript = transcript
  }

  async go({ route, url, fields, json, fact }: Request): Promise<Visit> {
    const { method, headers, body } = contentOf(fields, json)
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, {
      method,
      headers: { ...headers, ...(route === 'shopper → shop' && cookie !== '' && { cookie }) },
      ...(body !== undefined && { body }),
      redirect: 'manual',
    })
    for (const set of response.headers.getSetCookie()) this.#remember(set)
    const location = response.headers.get('location')
    const visit: Visit = {
      status: response.status,
      location: location === null ? '' : new URL(location, url).href,
      body: await response.text(),
    }
    const { pathname, search } = new URL(url)
    const path = `${pathname}${search}`
    this.#transcript.step({ route, method, path, status: visit.status, fact: fact(visit) })
    return visit
  }

  #remember(cookie: string): void {
    const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
    this.#cookies.set(name, value)
  }
}

function contentOf(fields: Request['fields'], json: Request['json']) {
  if (fields !== undefined) {
    return { method: 'POST', headers: {}, body: new URLSearchParams(fields) }
  }
  if (json !== undefined) {
    const headers = { 'content-type': 'application/json' }
    return { method: 'POST', headers, body: JSON.stringify(json) }
  }
  return { method: 'GET', headers: {}, body: undefined }
}

/** The hidden and filled-in fields of the form with this action. */
export function fieldsOf(page: string, action: string): Record<string, string> {
  const forms = [...page.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)]
  const form = forms.find((candidate) => candidate[1] === action)?.[2] ?? ''
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const selected = [...form.matchAll(/<select[^>]*name="([^"]*)".*?value="([^"]*)" selected/gs)]
  return {
    ...Object.fromEntries(inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
    ...Object.fromEntries(selected.map(([, name, value]) => [name, value])),
  }
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

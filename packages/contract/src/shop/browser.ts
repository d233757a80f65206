/** What came back, with redirects not followed. */
export interface Visit {
  readonly status: number
  readonly location: string
  readonly headers: Headers
  readonly body: string
}

/** Values of a form's fields by name. */
export type Fields = Readonly<Record<string, string>>

/** A browser as far as a shop can tell: keeps cookies, fills forms in, follows a redirect only when told to. */
export class Browser {
  readonly #origin: string
  readonly #cookies = new Map<string, string>()

  constructor(origin: string) {
    this.#origin = origin
  }

  get(path: string): Promise<Visit> {
    return this.#request(path, {})
  }

  post(path: string, fields: Fields): Promise<Visit> {
    return this.#request(path, { method: 'POST', body: new URLSearchParams(fields) })
  }

  async #request(path: string, init: RequestInit): Promise<Visit> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, this.#origin), {
      ...init,
      headers: cookie === '' ? {} : { cookie },
      redirect: 'manual',
    })
    for (const set of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      this.#cookies.set(name, value)
    }
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      headers: response.headers,
      body: await response.text(),
    }
  }
}

/** The fields of the form with this action, as the page fills them in. */
export function fieldsOf(page: string, action: string): Fields {
  const forms = [...page.matchAll(/<form[^>]*action="([^"]*)"[^>]*>(.*?)<\/form>/gs)]
  const form = forms.find((candidate) => candidate[1] === action)?.[2]
  if (form === undefined) throw new Error(`No form with the action ${action} on this page.`)
  const fields: Record<string, string> = {}
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    fields[attribute(tag, 'name')] = attribute(tag, 'value')
  }
  for (const [, select = '', options = ''] of form.matchAll(/<select([^>]*)>(.*?)<\/select>/gs)) {
    const selected = /<option[^>]*selected[^>]*>/.exec(options)?.[0] ?? ''
    fields[attribute(select, 'name')] = attribute(selected, 'value')
  }
  return fields
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}

/** Which of its states the page of an unpaid order shows. */
export function stateOf(page: string): string | undefined {
  return /data-state="([^"]*)"/.exec(page)?.[1]
}

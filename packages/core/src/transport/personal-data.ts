/**
 * Where a request has data of people: who buys, where it goes, and who gets the link; at a till the shopper's barcode, with
 * which they can be charged, and who works there.
 */
const ABOUT_PEOPLE: ReadonlySet<string> = new Set([
  'consumer',
  'shipping',
  'billing',
  'notification',
  'preApprovalCode',
  'merchantOperatorId',
])
/** Their values are not secret, and would be found in many messages. */
const HARMLESS: ReadonlySet<string> = new Set([
  'countryCode',
  'phoneCountryCode',
  'preferredLanguage',
  'channels',
])

/**
 * The personal data in a request's body, so that it can be taken out of what a server says about the request: Scalapay's
 * validation repeats the value that it refuses (Joi: `with value "…" fails to match`).
 */
export function personalDataIn(body: string | undefined): string[] {
  const found = new Set<string>()
  // A list that grows, and no recursion: the body of a raw call may be nested deeper than the stack.
  const parts: [isPersonal: boolean, value: unknown][] = [[false, parse(body)]]
  for (const [isPersonal, value] of parts) {
    if (isPersonal) for (const form of formsOf(value)) found.add(form)
    if (typeof value !== 'object' || value === null) continue
    for (const [name, entry] of Object.entries(value)) {
      if (!HARMLESS.has(name)) parts.push([isPersonal || ABOUT_PEOPLE.has(name), entry])
    }
  }
  return [...found]
}

const PHONE = /^[\d\s()+./-]{6,40}$/
/** A shorter run of digits is not a phone number, and would be found in many messages. */
const PHONE_DIGITS = 6

/** A text as it is, as JSON, URLs and HTML write it, and, where it is a phone number or a date, without its signs. */
function formsOf(value: unknown): string[] {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  if (text === '') return []
  const forms = [text, JSON.stringify(text).slice(1, -1), ...inUrls(text), ...inHtml(text)]
  const digits = PHONE.test(text) ? text.replaceAll(/\D/g, '') : ''
  return digits.length < PHONE_DIGITS ? forms : [...forms, digits]
}

/** In a path, and as a form sends it. */
function inUrls(text: string): string[] {
  // Half of a surrogate pair cannot be encoded.
  const path = encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'))
  const form = new URLSearchParams([['', text]]).toString().slice(1)
  return [path, form, form.replaceAll('+', '%20')]
}

const ENTITIES: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }

/** Pages write an apostrophe in different ways. */
function inHtml(text: string): string[] {
  const html = text.replaceAll(/[&<>"]/g, (sign) => `&${ENTITIES[sign]};`)
  return ['&#39;', '&#x27;', '&apos;'].map((apostrophe) => html.replaceAll("'", apostrophe))
}

/** The body of a raw call may be anything. */
function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    return undefined
  }
}

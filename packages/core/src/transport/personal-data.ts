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
/** Words of these are no secret, and would be found in many a message. */
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
  const visit = (value: unknown, isPersonal: boolean): void => {
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    if (isPersonal && text !== '') found.add(text)
    if (typeof value !== 'object' || value === null) return
    for (const [name, entry] of Object.entries(value)) {
      if (!HARMLESS.has(name)) visit(entry, isPersonal || ABOUT_PEOPLE.has(name))
    }
  }
  visit(parse(body), false)
  return [...found]
}

/** The body of a raw call may be anything. */
function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '')
  } catch {
    return undefined
  }
}

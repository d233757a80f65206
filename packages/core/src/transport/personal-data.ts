/** Where a request has the shopper's data: who buys, where it goes, and who gets the link. */
const ABOUT_SHOPPER: ReadonlySet<string> = new Set([
  'consumer',
  'shipping',
  'billing',
  'notification',
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
    if (typeof value === 'string' && isPersonal && value.trim() !== '') found.add(value)
    if (typeof value !== 'object' || value === null) return
    for (const [name, entry] of Object.entries(value)) {
      if (!HARMLESS.has(name)) visit(entry, isPersonal || ABOUT_SHOPPER.has(name))
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

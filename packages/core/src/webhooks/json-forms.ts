/** Beyond, a forged delivery would make this server work. The documented ones have a few kilobytes. */
const MAX_BYTES = 64 * 1024

/**
 * The bodies from which a proxy that parses and writes JSON could have made this one: without white space, with the keys
 * in the documented order, with the amount written in two decimals. For the diagnosis of a refused delivery only.
 *
 * @returns nothing when the body is not a JSON object, or too large to spend time on
 */
export function originalForms(rawBody: Uint8Array): string[] {
  try {
    const { text, value } = parse(rawBody)
    const forms = [compact(text), JSON.stringify(value), JSON.stringify(inDocumentedOrder(value))]
    const candidates = [...forms, ...forms.map((form) => withTwoDecimals(form, value))]
    return [...new Set(candidates)].filter((form) => form !== text)
  } catch {
    return []
  }
}

/** Whether a body is JSON with white space between its tokens, which Scalapay does not send. */
export function isFormattedJson(rawBody: Uint8Array): boolean {
  try {
    const { text } = parse(rawBody)
    return compact(text) !== text
  } catch {
    return false
  }
}

type JsonObject = Readonly<Record<string, unknown>>

function parse(rawBody: Uint8Array): { text: string; value: JsonObject } {
  if (rawBody.length > MAX_BYTES) throw new RangeError('too large')
  const text = new TextDecoder().decode(rawBody)
  const value: unknown = JSON.parse(text)
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object')
  return { text, value: value as JsonObject }
}

/** Valid JSON without the white space outside of its strings; every token stays as it was written. */
function compact(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|\s+/g, (token) => (token.startsWith('"') ? token : ''))
}

function inDocumentedOrder(value: JsonObject): JsonObject {
  const { merchantReference, totalAmount, status, orderToken, orderDetails, ...others } = value
  return { merchantReference, totalAmount, status, orderToken, orderDetails, ...others }
}

/** `40.70` is the same number as `40.7`, and not the same bytes. */
function withTwoDecimals(text: string, { totalAmount }: JsonObject): string {
  if (typeof totalAmount !== 'number') return text
  const asItIs = `"totalAmount":${totalAmount}`
  return text.replace(asItIs, `"totalAmount":${totalAmount.toFixed(2)}`)
}

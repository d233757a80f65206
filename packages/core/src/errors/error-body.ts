import type { ValidationIssue } from './api.js'
import type { Clean } from './scrub.js'

/** What can be known from the body of an error answer, whatever its shape. Every field may be missing. */
export interface ErrorBody {
  errorCode?: string
  errorId?: string
  message?: string
  validationErrors: ValidationIssue[]
}

/** What is larger than this is a page of somebody else's, and not worth the time to read it. */
const MAX_BODY = 2 ** 20
/** Longer texts are not messages, and are not shown: searching them for personal data takes time as well. */
const MAX_READ = 10_000
const MAX_TEXT = 200
/** So many are named in the message; `validationErrors` has them all. */
const MAX_ISSUES = 20
const CODE = /^[a-z][a-z0-9]{0,40}(?:_[a-z0-9]{1,40}){1,9}$/

/** A text or number of the body as it may be shown. */
type Read = (value: unknown) => string | undefined

/**
 * Reads every shape of error body seen from Scalapay: the envelope, with a string, an object or no message; a numeric
 * code; a bare JSON string; unquoted text labelled JSON; a gateway's `{message}`; HTML; nothing; cut off in the middle.
 * Never throws.
 *
 * @param clean applied to every text that is taken from the body, after unescaping and before shortening
 * @param cleanCode applied instead to what is plainly a code: errors are told apart by it, and a shopper may be called Order
 */
export function parseErrorBody(
  text: string,
  clean: Clean = (given) => given,
  cleanCode: Clean = clean,
): ErrorBody {
  if (text.length > MAX_BODY) return { validationErrors: [] }
  const read: Read = (value) => {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined
    const given = String(value)
    return given.length > MAX_READ ? undefined : clean(given)
  }
  const value = parseJson(text)
  if (!isRecord(value)) return plainText(typeof value === 'string' ? value : text, read)
  const body: ErrorBody = { validationErrors: validationIssues(value.message, read) }
  const { errorCode: code } = value
  const errorCode = typeof code === 'string' && CODE.test(code) ? cleanCode(code) : read(code)
  const errorId = read(value.errorId)
  const message = readMessage(value.message, body.validationErrors, read)
  if (errorCode !== undefined) body.errorCode = errorCode
  if (errorId !== undefined) body.errorId = errorId
  if (message !== undefined) body.message = message
  return body
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function plainText(text: string, read: Read): ErrorBody {
  const line = text.trim()
  const message = line === '' || /^[<{[]/.test(line) ? undefined : read(line)
  return message === undefined
    ? { validationErrors: [] }
    : { message: shorten(message), validationErrors: [] }
}

function readMessage(
  message: unknown,
  issues: readonly ValidationIssue[],
  read: Read,
): string | undefined {
  if (typeof message === 'string') return read(message) || undefined
  if (issues.length > 0) return describeIssues(issues)
  return isRecord(message) ? read(message.statusText) : undefined
}

function describeIssues(issues: readonly ValidationIssue[]): string {
  const shown = issues.slice(0, MAX_ISSUES).map((issue) => shorten(describeIssue(issue)))
  const others = issues.length - shown.length
  return [...shown, ...(others > 0 ? [`and ${others} more`] : [])].join('; ')
}

function describeIssue(issue: ValidationIssue): string {
  const place = issue.path.length > 0 ? issue.path.join('.') : (issue.location ?? 'request')
  const what = [...issue.messages, ...issue.types][0] ?? 'is not valid'
  return `${place}: ${what}`
}

function validationIssues(message: unknown, read: Read): ValidationIssue[] {
  if (!isRecord(message) || !Array.isArray(message.errors)) return []
  return message.errors.filter(isRecord).map((entry) => {
    const issue: ValidationIssue = {
      path: pathOf(entry.field, read),
      messages: texts(entry.messages, read),
      types: texts(entry.types, read),
    }
    const location = typeof entry.location === 'string' ? read(entry.location) : undefined
    if (location !== undefined) issue.location = location
    return issue
  })
}

/** Numbers stay what they are, unless one has to be hidden. */
function pathOf(field: unknown, read: Read): (string | number)[] {
  const parts: unknown[] = Array.isArray(field) ? field : [field]
  return parts
    .map((part) => {
      const text = read(part)
      return typeof part === 'number' && String(part) === text ? part : text
    })
    .filter((part) => part !== undefined)
}

function texts(value: unknown, read: Read): string[] {
  if (!Array.isArray(value)) return []
  return value
    .map((entry) => (typeof entry === 'string' ? read(entry) : undefined))
    .filter((text) => text !== undefined)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
}

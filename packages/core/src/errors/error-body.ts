import type { ValidationIssue } from './api.js'

/** What can be known from the body of an error answer, whatever its shape. Every field may be missing. */
export interface ErrorBody {
  errorCode?: string
  errorId?: string
  message?: string
  validationErrors: ValidationIssue[]
}

type Clean = (text: string) => string
const asItIs: Clean = (text) => text

const MAX_TEXT = 200

/**
 * Reads every shape of error body seen from Scalapay: the envelope, with a string, an object or no message; a numeric
 * code; a bare JSON string; unquoted text labelled JSON; a gateway's `{message}`; HTML; nothing; cut off in the middle.
 * Never throws.
 *
 * @param clean applied to every text that is taken from the body, after unescaping and before shortening
 */
export function parseErrorBody(text: string, clean: Clean = asItIs): ErrorBody {
  const value = parseJson(text, clean)
  if (typeof value === 'string') return plainText(value)
  if (!isRecord(value)) return plainText(clean(text))
  const body: ErrorBody = { validationErrors: validationIssues(value.message) }
  const errorCode = scalar(value.errorCode)
  const errorId = scalar(value.errorId)
  const message = readMessage(value.message, body.validationErrors)
  if (errorCode !== undefined) body.errorCode = errorCode
  if (errorId !== undefined) body.errorId = errorId
  if (message !== undefined) body.message = message
  return body
}

function parseJson(text: string, clean: Clean): unknown {
  try {
    return JSON.parse(text, (_name, value) => (typeof value === 'string' ? clean(value) : value))
  } catch {
    return undefined
  }
}

function plainText(text: string): ErrorBody {
  const line = text.trim()
  const isReadable =
    line !== '' && !line.startsWith('<') && !line.startsWith('{') && !line.startsWith('[')
  return isReadable ? { message: shorten(line), validationErrors: [] } : { validationErrors: [] }
}

function readMessage(message: unknown, issues: readonly ValidationIssue[]): string | undefined {
  if (typeof message === 'string') return message === '' ? undefined : message
  if (issues.length > 0) return issues.map(describeIssue).join('; ')
  return isRecord(message) ? scalar(message.statusText) : undefined
}

function describeIssue(issue: ValidationIssue): string {
  const place = issue.path.length > 0 ? issue.path.join('.') : (issue.location ?? 'request')
  const what = [...issue.messages, ...issue.types][0] ?? 'is not valid'
  return `${place}: ${what}`
}

function validationIssues(message: unknown): ValidationIssue[] {
  if (!isRecord(message) || !Array.isArray(message.errors)) return []
  return message.errors.filter(isRecord).map((entry) => {
    const issue: ValidationIssue = {
      path: pathOf(entry.field),
      messages: texts(entry.messages),
      types: texts(entry.types),
    }
    if (typeof entry.location === 'string') issue.location = entry.location
    return issue
  })
}

function pathOf(field: unknown): (string | number)[] {
  const parts = Array.isArray(field) ? field : [field]
  return parts.filter((part) => typeof part === 'string' || typeof part === 'number')
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : []
}

function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text
}

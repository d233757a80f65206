import type { Refusal } from '../state/assumptions.js'

/** An answer of the imitated API, before anything is written to a socket. */
export interface Answer {
  readonly status: number
  /** Lower-case names. `content-length` and `x-amzn-requestid` are added on sending. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const JSON_TYPE = 'application/json; charset=utf-8'

/** One finding of the request validation, as the real service words it (observed). */
export interface ValidationFinding {
  /** Names and, inside arrays, numeric indexes. */
  readonly field: readonly (string | number)[]
  readonly location: 'body' | 'query'
  readonly messages: readonly string[]
  readonly types: readonly string[]
}

/** An answer with a JSON body. */
export function jsonAnswer(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  return {
    status,
    headers: { 'content-type': JSON_TYPE, ...headers },
    body: JSON.stringify(value),
  }
}

/** The error envelope (shape A of the fact sheet). */
export function refusalAnswer(refusal: Refusal, errorId: string): Answer {
  return jsonAnswer(refusal.status, {
    errorCode: refusal.errorCode,
    errorId,
    message: refusal.message,
    httpStatusCode: refusal.status,
  })
}

/** The envelope whose message is an object with every finding (shape B). */
export function validationAnswer(findings: readonly ValidationFinding[], errorId: string): Answer {
  return jsonAnswer(400, {
    errorCode: 'api_validationerror',
    errorId,
    message: { status: 400, statusText: 'Bad Request', errors: findings },
    httpStatusCode: 400,
  })
}

/** An error envelope that says nothing in words (shape D). */
export function withoutMessage(answer: Answer): Answer {
  const { message: _left, ...envelope } = JSON.parse(answer.body)
  return { ...answer, body: JSON.stringify(envelope) }
}

/** What the gateway in front of the API answers by itself (shape H). */
export function gatewayAnswer(status: number, message: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
  }
}

/** How the gateway answers a path that it does not know, with or without a key (Scalapay: 403). */
export const unknownPathAnswer: Answer = gatewayAnswer(403, 'Missing Authentication Token')

/** The body of a 401: both byte-level forms were recorded from the real service. */
export type UnauthorizedBody = 'json-string' | 'text'

/** The 401, which is never the error envelope. */
export function unauthorizedAnswer(form: UnauthorizedBody): Answer {
  return form === 'json-string'
    ? { status: 401, headers: { 'content-type': JSON_TYPE }, body: '"Unauthorized"' }
    : { status: 401, headers: { 'content-type': 'application/json' }, body: 'Unauthorized' }
}

/** An answer of the imitated API, before anything is written to a socket. */
export interface Answer {
  readonly status: number
  /** Lower-case names. `content-length` and the gateway's headers are added on sending. */
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

/** Why an operation is refused. */
export interface Refusal {
  readonly status: number
  readonly errorCode: string
  readonly message: string
  /** What of it the emulator made up, and the switch `refusals` may replace. */
  readonly unpublished?: 'status' | 'status and code'
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

/** The error envelope: code, id, message and status (Scalapay's specification). */
export function refusalAnswer(refusal: Refusal, errorId: string): Answer {
  return jsonAnswer(refusal.status, {
    errorCode: refusal.errorCode,
    errorId,
    message: refusal.message,
    httpStatusCode: refusal.status,
  })
}

function validationEnvelope(details: object, errorId: string): Answer {
  return jsonAnswer(400, {
    errorCode: 'api_validationerror',
    errorId,
    message: { status: 400, statusText: 'Bad Request', ...details },
    httpStatusCode: 400,
  })
}

/** The envelope whose message is an object with every finding (Scalapay's specification, observed). */
export function validationAnswer(findings: readonly ValidationFinding[], errorId: string): Answer {
  return validationEnvelope({ errors: findings }, errorId)
}

/** The same without any finding (observed). */
export function bareValidationAnswer(errorId: string): Answer {
  return validationEnvelope({}, errorId)
}

/** The envelope without its message, as the disputes report fails (Scalapay's specification). */
export function withoutMessage(answer: Answer): Answer {
  const { message: _left, ...envelope } = JSON.parse(answer.body)
  return { ...answer, body: JSON.stringify(envelope) }
}

/** A message and nothing else, as the gateway in front of the API answers by itself: assumed, from gateways of its kind. */
export function gatewayAnswer(status: number, message: string): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message }),
  }
}

/** How the gateway answers a path that it does not know, with or without a key (Scalapay: 403). */
export const unknownPathAnswer: Answer = gatewayAnswer(403, 'Missing Authentication Token')

/**
 * The body of a 401: the first two were recorded from the real service; the error envelope follows from older
 * documentation, which names a code for it.
 */
export type UnauthorizedBody = 'json-string' | 'text' | 'envelope'

const unauthorized = { status: 401, errorCode: 'unauthorized', message: 'Unauthorized' }

/** The 401 in one of its forms. */
export function unauthorizedAnswer(form: UnauthorizedBody, errorId: string): Answer {
  switch (form) {
    case 'text':
      return { status: 401, headers: { 'content-type': 'application/json' }, body: 'Unauthorized' }
    case 'envelope':
      return refusalAnswer(unauthorized, errorId)
    default:
      return jsonAnswer(401, 'Unauthorized')
  }
}

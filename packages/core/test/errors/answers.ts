import { type ErrorContext, errorFromResponse } from '../../src/errors/from-response.js'
import type { ScalapayError } from '../../src/index.js'

/** What is known about a call that may be repeated and has had one attempt. */
export const context: ErrorContext = {
  operation: 'capturePayment',
  attempts: 1,
  repeatable: true,
  mayHaveExecuted: false,
  findBy: undefined,
  idempotencyKey: 'key-1',
  now: Date.UTC(2026, 10, 23, 12),
  secrets: [],
}

/** The error that an answer becomes. */
export function errorOf(
  status: number,
  text: string,
  overrides: Partial<ErrorContext> = {},
  headers: Record<string, string> = {},
): ScalapayError {
  const header = (name: string) => headers[name]
  return errorFromResponse({ status, text, header }, { ...context, ...overrides })
}

/** A body as Scalapay writes it. */
export interface Shape {
  text: string
  errorCode?: string
  errorId?: string
  /** Absent when the body holds nothing that a person could read. */
  message?: string
  paths?: (string | number)[][]
}

const errorId = 'error-sktwiapnkhy2ynv8'

/** Every shape of error body that was seen or must be expected (fact sheet, 6.1: A to I, and cut off). */
export const shapes: Readonly<Record<string, Shape>> = {
  'A, the envelope': {
    text: `{"errorCode":"pre_condition_failed","errorId":"${errorId}","message":"startDate cannot be greater than endDate","httpStatusCode":400}`,
    errorCode: 'pre_condition_failed',
    errorId,
    message: 'startDate cannot be greater than endDate',
  },
  'B, an object as message': {
    text: JSON.stringify({
      httpStatusCode: 400,
      errorCode: 'api_validationerror',
      errorId,
      message: {
        status: 400,
        statusText: 'Bad Request',
        errors: [
          {
            field: ['items', 0, 'quantity'],
            location: 'body',
            messages: ['"quantity" is required'],
            types: ['any.required'],
          },
          {
            field: ['consumer', 'email'],
            location: 'body',
            messages: ['"email" is not allowed to be empty'],
            types: ['any.empty'],
          },
        ],
      },
    }),
    errorCode: 'api_validationerror',
    errorId,
    message:
      'items.0.quantity: "quantity" is required; consumer.email: "email" is not allowed to be empty',
    paths: [
      ['items', 0, 'quantity'],
      ['consumer', 'email'],
    ],
  },
  'C, an object without errors': {
    text: `{"errorCode":"api_validationerror","errorId":"${errorId}","message":{"status":400,"statusText":"Bad Request"}}`,
    errorCode: 'api_validationerror',
    errorId,
    message: 'Bad Request',
  },
  'D, without a message': {
    text: `{"errorCode":"internal_server","errorId":"${errorId}","httpStatusCode":500}`,
    errorCode: 'internal_server',
    errorId,
  },
  'E, a numeric code': {
    text: `{"errorCode":400,"errorId":"${errorId}","message":"malformed","httpStatusCode":400}`,
    errorCode: '400',
    errorId,
    message: 'malformed',
  },
  'F, a JSON string': { text: '"Unauthorized"', message: 'Unauthorized' },
  'G, bare text': { text: 'Unauthorized', message: 'Unauthorized' },
  'H, only a message': {
    text: '{"message":"Too Many Requests"}',
    message: 'Too Many Requests',
  },
  'I, HTML': { text: '<html><body><h1>502 Bad Gateway</h1></body></html>' },
  'I, nothing': { text: '' },
  'I, white space': { text: ' \r\n' },
  'cut off': { text: `{"errorCode":"pre_condition_failed","errorId":"err` },
}

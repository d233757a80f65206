import {
  type Answer,
  bareValidationAnswer,
  gatewayAnswer,
  jsonAnswer,
  refusalAnswer,
  unauthorizedAnswer,
} from '../answer.js'
import { documentedRefusals } from '../state/assumptions.js'
import type { CannedAnswer } from './effects.js'

const BAD_GATEWAY = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center></body>
</html>
`

const internal = { status: 500, errorCode: 'internal_server', message: 'Internal server error' }

const builders: Readonly<Record<CannedAnswer, (errorId: string) => Answer>> = {
  'error-500': (errorId) => refusalAnswer(internal, errorId),
  'html-502': () => ({ status: 502, headers: { 'content-type': 'text/html' }, body: BAD_GATEWAY }),
  'unauthorized-string': (errorId) => unauthorizedAnswer('json-string', errorId),
  'unauthorized-text': (errorId) => unauthorizedAnswer('text', errorId),
  'unauthorized-envelope': (errorId) => unauthorizedAnswer('envelope', errorId),
  'validation-bare': (errorId) => bareValidationAnswer(errorId),
  'numeric-code': (errorId) =>
    jsonAnswer(400, { errorCode: 400, errorId, message: 'Bad Request', httpStatusCode: 400 }),
  'no-message': (errorId) =>
    jsonAnswer(500, { errorCode: internal.errorCode, errorId, httpStatusCode: 500 }),
  'gateway-message': () => gatewayAnswer(504, 'Endpoint request timed out'),
  'rate-limit-429': () => gatewayAnswer(429, 'Too Many Requests'),
  'conflict-409': (errorId) => refusalAnswer(documentedRefusals.operationInProgress, errorId),
}

/** An answer that no operation made. */
export function cannedAnswer(
  name: CannedAnswer,
  errorId: string,
  headers: Readonly<Record<string, string>> = {},
): Answer {
  const answer = builders[name](errorId)
  return { ...answer, headers: { ...answer.headers, ...headers } }
}

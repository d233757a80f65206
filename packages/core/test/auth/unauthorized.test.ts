import { describe, expect, it } from 'vitest'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { type Step, startScript, text } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'

const LIKELY_CAUSE = 'the key was refused. It may belong to another environment.'
const NO_MESSAGE = 'getOrder was answered with 401 and no readable message'

interface Row {
  what: string
  step: Step
  message: string
  errorCode?: string
  errorId?: string
}

const forms: Row[] = [
  {
    what: 'a JSON string',
    step: text(401, '"Unauthorized"', { 'content-type': 'application/json; charset=utf-8' }),
    message: `Unauthorized: ${LIKELY_CAUSE}`,
  },
  {
    what: 'text that is labelled JSON',
    step: text(401, 'Unauthorized', { 'content-type': 'application/json' }),
    message: `Unauthorized: ${LIKELY_CAUSE}`,
  },
  {
    what: 'the envelope',
    step: text(
      401,
      '{"errorCode":"unauthorized","errorId":"error-1","message":"Bad credentials","httpStatusCode":401}',
      { 'content-type': 'application/json' },
    ),
    message: `Bad credentials: ${LIKELY_CAUSE}`,
    errorCode: 'unauthorized',
    errorId: 'error-1',
  },
  {
    what: 'the message of a gateway',
    step: text(401, '{"message":"Missing Authentication Token"}'),
    message: `Missing Authentication Token: ${LIKELY_CAUSE}`,
  },
  { what: 'nothing', step: text(401, ''), message: `${NO_MESSAGE}: ${LIKELY_CAUSE}` },
  {
    what: 'nothing that is labelled JSON',
    step: text(401, '', { 'content-type': 'application/json', 'content-length': '0' }),
    message: `${NO_MESSAGE}: ${LIKELY_CAUSE}`,
  },
  {
    what: 'HTML',
    step: text(401, '<html><body>401</body></html>', { 'content-type': 'text/html' }),
    message: `${NO_MESSAGE}: ${LIKELY_CAUSE}`,
  },
]

describe.each(transports)('with $transport', ({ options }) => {
  it.each(forms)('a 401 of $what says that the key was refused', async (row) => {
    const server = await startScript(row.step)
    const error = await failureOf(clientFor(server.url, options).orders.get('T1'))
    expect(error).toMatchObject({
      name: 'ScalapayAuthenticationError',
      message: row.message,
      httpStatusCode: 401,
      errorCode: row.errorCode,
      errorId: row.errorId,
      outcome: 'rejected',
      retryable: false,
      attempts: 1,
      hint: expect.stringContaining('sandbox and production keys differ'),
    })
    expect(server.seen).toHaveLength(1)
  })
})

it('reads the bytes of a 401 as they were captured', async () => {
  const amazon = { 'content-type': 'application/json', 'x-amzn-RequestId': 'r-1' }
  const server = await startScript(text(401, 'Unauthorized', { ...amazon, 'content-length': '12' }))
  const error = await failureOf(clientFor(server.url).payments.capture({ token: 'T1' }))
  expect(error).toMatchObject({ name: 'ScalapayAuthenticationError', requestId: 'r-1' })
})

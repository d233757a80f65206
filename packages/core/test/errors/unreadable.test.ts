import { describe, expect, it } from 'vitest'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { startScript, text } from '../support/scripted-server.js'

describe('a success that cannot be read', () => {
  it.each([
    ['', 'the body is empty'],
    [' \n', 'the body is empty'],
    ['<html></html>', 'the body is not JSON'],
    ['{"token":"T1","sta', 'the body is not JSON'],
    ['"APPROVED"', 'the body is not an object'],
    ['null', 'the body is not an object'],
    ['42', 'the body is not an object'],
  ])('with the body %j is a server error that says why', async (body, why) => {
    const server = await startScript(text(200, body, { 'x-amzn-requestid': 'request-1' }))
    const { payments } = clientFor(server.url, { retry: false })
    expect(await failureOf(payments.capture({ token: 'T1' }))).toMatchObject({
      name: 'ScalapayServerError',
      message: `capturePayment: Scalapay answered 200, but ${why}.`,
      outcome: 'unknown',
      retryable: true,
      httpStatusCode: 200,
      requestId: 'request-1',
    })
  })
})

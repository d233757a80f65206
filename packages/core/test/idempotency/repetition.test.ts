import { describe, expect, it } from 'vitest'
import { responseOf } from '../../src/index.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, json, type Step, startScript, text } from '../support/scripted-server.js'

const approved = json(200, { token: 'T1', status: 'APPROVED' })
const busy = json(409, { errorCode: 'conflicting_operation_in_progress', message: 'busy' })
const capture = { token: 'T1' }

describe('a capture', () => {
  it.each<[string, Step[], number]>([
    ['409 conflicting_operation_in_progress', [busy], 2],
    ['500', [text(500, '')], 2],
    ['503, twice', [text(503, ''), text(503, '')], 3],
    ['408', [text(408, '')], 2],
    ['429', [text(429, '')], 2],
    ['an HTML page with status 200', [text(200, '<html></html>')], 2],
    ['an empty answer with status 200', [text(200, '')], 2],
    ['truncated JSON with status 200', [text(200, '{"token":"T1","sta')], 2],
    ['a bare word with status 200', [text(200, '"APPROVED"')], 2],
    ['a lost answer', [drop], 2],
  ])('after %s succeeds with the same key on every attempt', async (_title, steps, attempts) => {
    const server = await startScript(...steps, approved)
    const result = await clientFor(server.url).payments.capture(capture)
    expect(result.status).toBe('APPROVED')
    const { attempts: counted, idempotencyKey } = responseOf(result)
    expect(counted).toBe(attempts)
    expect(server.seen.map(({ headers }) => headers['idempotency-key'])).toEqual(
      new Array(attempts).fill(idempotencyKey),
    )
    expect(new Set(server.seen.map(({ body }) => body)).size).toBe(1)
  })

  it('ends with an unknown outcome when the service stays away', async () => {
    const server = await startScript(text(503, ''))
    const error = await failureOf(clientFor(server.url).payments.capture(capture))
    expect(error).toMatchObject({
      name: 'ScalapayServerError',
      outcome: 'unknown',
      retryable: true,
      attempts: 3,
      httpStatusCode: 503,
      idempotencyKey: server.seen[0]?.headers['idempotency-key'],
    })
    expect(server.seen).toHaveLength(3)
  })

  it.each<[string, Step, string]>([
    ['400', json(400, { errorCode: 'api_validationerror' }), 'ScalapayRequestError'],
    ['401', text(401, '"Unauthorized"'), 'ScalapayAuthenticationError'],
    ['404', text(404, ''), 'ScalapayOrderNotFoundError'],
    ['another conflict', json(409, { errorCode: 'already_captured' }), 'ScalapayConflictError'],
    ['a redirect', text(302, '', { location: '/elsewhere' }), 'ScalapayServerError'],
  ])('is not repeated after %s', async (_title, step, name) => {
    const server = await startScript(step, approved)
    const error = await failureOf(clientFor(server.url).payments.capture(capture))
    expect(error).toMatchObject({ name, attempts: 1 })
    expect(server.seen).toHaveLength(1)
  })

  it.each([
    ['retry: false', { retry: false }, {}],
    ['retry.maxAttempts: 1', { retry: { maxAttempts: 1 } }, {}],
    ['maxAttempts: 1 for the call', {}, { maxAttempts: 1 }],
  ] as const)('is sent once with %s', async (_title, options, callOptions) => {
    const server = await startScript(text(503, ''))
    const client = clientFor(server.url, options)
    const error = await failureOf(client.payments.capture(capture, callOptions))
    expect(error.attempts).toBe(1)
    expect(server.seen).toHaveLength(1)
  })

  it('is sent as often as the call alone allows', async () => {
    const server = await startScript(text(503, ''))
    const client = clientFor(server.url, { retry: false })
    await failureOf(client.payments.capture(capture, { maxAttempts: 5 }))
    expect(server.seen).toHaveLength(5)
  })
})

describe('a refusal after a lost answer', () => {
  it.each<[string, Step, string]>([
    ['401', text(401, '"Unauthorized"'), 'ScalapayAuthenticationError'],
    ['400', json(400, { errorCode: 'pre_condition_failed' }), 'ScalapayRequestError'],
    ['422', json(422, { errorCode: 'invalid_token' }), 'ScalapayOrderNotFoundError'],
  ])('leaves the outcome of the first attempt unknown: %s', async (_title, refusal, name) => {
    const server = await startScript(drop, refusal)
    const error = await failureOf(clientFor(server.url).payments.capture(capture))
    expect(error).toMatchObject({ name, outcome: 'unknown', attempts: 2 })
  })

  it('leaves it unknown when it is the key that cannot be had any more', async () => {
    const server = await startScript(drop)
    let calls = 0
    const apiKey = () => {
      calls += 1
      if (calls > 1) throw new Error('the vault is sealed')
      return MARKER_KEY
    }
    const error = await failureOf(clientFor(server.url, { apiKey }).payments.capture(capture))
    expect(error).toMatchObject({
      name: 'ScalapayConfigError',
      outcome: 'unknown',
      attempts: 1,
      idempotencyKey: server.seen[0]?.headers['idempotency-key'],
    })
  })

  it('is a plain refusal when the attempt before was one too', async () => {
    const server = await startScript(text(429, ''), text(401, ''))
    const error = await failureOf(clientFor(server.url).payments.capture(capture))
    expect(error).toMatchObject({ outcome: 'rejected', attempts: 2 })
  })
})

describe('a stored refusal', () => {
  const stored = { 'request-idempotency': 'true' }
  const keysSent = (seen: { headers: Record<string, unknown> }[]) =>
    new Set(seen.map(({ headers }) => headers['idempotency-key']))

  it('does not block the intent: the next key is tried', async () => {
    const refusal = json(400, { errorCode: 'not_authorised' }, stored)
    const server = await startScript(refusal, refusal, approved)
    await clientFor(server.url).payments.capture(capture)
    expect(keysSent(server.seen).size).toBe(3)
  })

  it('walks through the same keys on every machine', async () => {
    const refusal = json(400, { errorCode: 'not_authorised' }, stored)
    const server = await startScript(refusal, approved, refusal, approved)
    await clientFor(server.url).payments.capture(capture)
    await clientFor(server.url).payments.capture(capture)
    expect(keysSent(server.seen).size).toBe(2)
  })

  it('is asked about 21 times and not for ever', async () => {
    const server = await startScript(json(400, { errorCode: 'not_authorised' }, stored))
    const error = await failureOf(clientFor(server.url).payments.capture(capture))
    expect(error.name).toBe('ScalapayRequestError')
    expect(keysSent(server.seen).size).toBe(21)
  })

  it.each<[string, Step]>([
    ['that is not stored', json(400, { errorCode: 'not_authorised' })],
    ['about the key', text(401, '', stored)],
    ['by a conflict', json(409, { errorCode: 'already_captured' }, stored)],
  ])('gets no other key when it is one %s', async (_title, step) => {
    const server = await startScript(step)
    await failureOf(clientFor(server.url).payments.capture(capture))
    expect(keysSent(server.seen).size).toBe(1)
  })

  it('is the answer that was lost before, so that the next key may be tried', async () => {
    const server = await startScript(drop, json(400, { errorCode: 'no' }, stored), approved)
    const result = await clientFor(server.url).payments.capture(capture)
    expect(result.status).toBe('APPROVED')
    expect(server.seen).toHaveLength(3)
    expect(keysSent(server.seen).size).toBe(2)
  })

  it('gets no other key after a lost answer when it is not stored: that may have been a success', async () => {
    const server = await startScript(drop, json(400, { errorCode: 'no' }))
    await failureOf(clientFor(server.url).payments.capture(capture))
    expect(keysSent(server.seen).size).toBe(1)
  })

  it("leaves the caller's own key alone", async () => {
    const server = await startScript(json(400, { errorCode: 'no' }, stored))
    const client = clientFor(server.url)
    await failureOf(client.payments.capture(capture, { idempotencyKey: 'my-own' }))
    expect(server.seen).toHaveLength(1)
  })
})

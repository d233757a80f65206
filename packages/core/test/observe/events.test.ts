import { describe, expect, it, vi } from 'vitest'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { drop, json, startScript } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'
import { listen } from './listeners.js'

const REQUEST_ID = '0f3b8a44-52a7-4d0e-9c5a-7d7b1e6a2c11'
const approved = json(200, { token: 'T1', status: 'APPROVED' }, { 'x-amzn-requestid': REQUEST_ID })
const failed = json(503, {
  errorCode: 'internal_server',
  errorId: 'error-sktwiapnkhy2ynv8',
  message: 'We could not capture T1',
})
const aDuration = expect.toSatisfy((value) => Number.isInteger(value) && value >= 0)
const aDerivedKey = expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-8/)
const succeeded = {
  operation: 'capturePayment',
  durationMs: aDuration,
  status: 200,
  requestId: REQUEST_ID,
}
const lost = {
  operation: 'capturePayment',
  durationMs: aDuration,
  errorName: 'ScalapayConnectionError',
  outcome: 'unknown',
  idempotencyKey: aDerivedKey,
}
const refused = {
  operation: 'capturePayment',
  durationMs: aDuration,
  status: 503,
  errorName: 'ScalapayServerError',
  errorCode: 'internal_server',
  errorId: 'error-sktwiapnkhy2ynv8',
  outcome: 'unknown',
  idempotencyKey: aDerivedKey,
}

describe.each(transports)('with $transport', ({ options }) => {
  it('a call that succeeds at once is one attempt and one operation', async () => {
    const { logger, lines, attempts, operations } = listen()
    const server = await startScript(approved)
    await clientFor(server.url, { ...options, logger }).payments.capture({ token: 'T1' })
    expect(attempts).toEqual([{ ...succeeded, attempt: 1 }])
    expect(operations).toEqual([{ ...succeeded, attempts: 1 }])
    expect(lines).toEqual([['debug', { ...succeeded, attempt: 1 }, 'scalapay request']])
  })

  it('a call whose answer cannot be used is a failed operation', async () => {
    const { operations } = listen()
    const server = await startScript(json(200, { message: 'ok' }))
    await failureOf(clientFor(server.url, { ...options, retry: false }).orders.get('T1'))
    expect(operations).toEqual([
      {
        operation: 'getOrder',
        attempts: 1,
        durationMs: aDuration,
        status: 200,
        errorName: 'ScalapayServerError',
        outcome: 'unknown',
      },
    ])
  })

  it('a call that is repeated has an event for each attempt, with what follows and why', async () => {
    const { logger, lines, attempts, operations } = listen()
    const server = await startScript(failed, drop, approved)
    await clientFor(server.url, { ...options, logger }).payments.capture({ token: 'T1' })
    const events = [
      { ...refused, attempt: 1, retry: true, because: 'Scalapay failed' },
      { ...lost, attempt: 2, retry: true, because: 'the connection was lost' },
      { ...succeeded, attempt: 3 },
    ]
    expect(attempts).toEqual(events)
    expect(operations).toEqual([{ ...succeeded, attempts: 3 }])
    expect(lines.map(([level]) => level)).toEqual(['warn', 'warn', 'debug'])
    expect(lines.map(([, fields]) => fields)).toEqual(events)
  })

  it('a call that fails says so in its last attempt and in its operation', async () => {
    const { attempts, operations } = listen()
    const server = await startScript(failed)
    const client = clientFor(server.url, options)
    await failureOf(client.payments.capture({ token: 'T1' }, { maxAttempts: 2 }))
    expect(attempts).toEqual([
      { ...refused, attempt: 1, retry: true, because: 'Scalapay failed' },
      { ...refused, attempt: 2, retry: false, because: 'attempts used up' },
    ])
    expect(operations).toEqual([{ ...refused, attempts: 2 }])
  })
})

it('a call that is sent under a second key is one operation, with all its requests', async () => {
  const { attempts, operations } = listen()
  const replayed = { 'request-idempotency': 'true' }
  const server = await startScript(json(400, { errorCode: 'not_yet' }, replayed), failed, approved)
  await clientFor(server.url).payments.capture({ token: 'T1' })
  const keys = server.seen.map(({ headers }) => headers['idempotency-key'])
  expect(new Set(keys).size).toBe(2)
  expect(attempts).toHaveLength(3)
  expect(operations).toEqual([{ ...succeeded, attempts: 3 }])
})

it('a call that its read ends is one operation with that error', async () => {
  const { operations } = listen()
  const stored = json(200, { token: 'T1', status: 'DECLINED' }, { 'request-idempotency': 'true' })
  const gone = json(404, { errorCode: 'invalid_token' })
  const server = await startScript(stored, gone)
  await failureOf(clientFor(server.url).payments.capture({ token: 'T1' }))
  expect(operations).toMatchObject([
    { operation: 'getOrder', status: 404 },
    { operation: 'capturePayment', status: 404, errorName: 'ScalapayOrderNotFoundError' },
  ])
})

it('a call that is ended while it waits counts the requests that it made', async () => {
  const { attempts, operations } = listen()
  const server = await startScript(json(503, {}, { 'retry-after': '20' }))
  const controller = new AbortController()
  const client = clientFor(server.url, {}, manualClock())
  const failure = failureOf(client.orders.get('T1', { signal: controller.signal }))
  await vi.waitFor(() => expect(attempts).toMatchObject([{ attempt: 1, retry: true }]))
  controller.abort()
  expect(await failure).toMatchObject({ name: 'ScalapayAbortError', attempts: 1 })
  expect(operations).toMatchObject([{ operation: 'getOrder', attempts: 1 }])
})

it('each page of a report is an operation', async () => {
  const { operations } = listen()
  const page = (number: number, hasMore: boolean) =>
    json(200, { items: [{}], total: 2, page: number, size: 1, hasMore })
  const server = await startScript(page(0, true), page(1, false))
  for await (const row of clientFor(server.url).reporting.orders()) expect(row).toEqual({})
  const report = { operation: 'reportOrders', durationMs: aDuration, status: 200, attempts: 1 }
  expect(operations).toEqual([report, report])
})

it('a raw call is named after its operation, and after none where its path is not known', async () => {
  const { operations } = listen()
  const server = await startScript(json(200, { token: 'T1' }))
  const { raw } = clientFor(server.url)
  await raw.GET('/v2/payments/{token}', { params: { path: { token: 'T1' } } })
  await raw.GET('/v9/payments/T1' as never)
  expect(operations.map(({ operation }) => operation)).toEqual(['getOrder', 'raw'])
})

it('a call that is refused before it is sent is no event', async () => {
  const { logger, lines, attempts, operations } = listen()
  await failureOf(clientFor('http://127.0.0.1:1', { logger }).orders.get(''))
  expect([lines, attempts, operations]).toEqual([[], [], []])
})

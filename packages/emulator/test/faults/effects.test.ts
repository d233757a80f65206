import { request } from 'node:http'
import { expect, it } from 'vitest'
import { runEmulator, type TestEmulator } from '../support/emulator.js'

const kinds = (emulator: TestEmulator) => emulator.control.ledger().map(({ kind }) => kind)

/** Captures with a fault; undefined when the connection broke. */
async function capture(emulator: TestEmulator, token: string, fault?: string) {
  const options = { idempotencyKey: 'k', ...(fault === undefined ? {} : { fault }) }
  return emulator.post('/v2/payments/capture', { token }, options).catch(() => undefined)
}

/** The bytes of an error envelope. */
const ENVELOPE = (errorCode: unknown, message: unknown, status: number) =>
  new RegExp(
    `^{"errorCode":${JSON.stringify(errorCode)},"errorId":"error-[0-9a-z]{16}","message":${JSON.stringify(message)},"httpStatusCode":${status}}$`,
  )

it.each([
  [
    'error-500',
    500,
    /^\{"errorCode":"internal_server","errorId":"error-[0-9a-z]{16}","message":"Internal server error","httpStatusCode":500\}$/,
  ],
  ['html-502', 502, /^<html>/],
  ['unauthorized-string', 401, /^"Unauthorized"$/],
  ['unauthorized-text', 401, /^Unauthorized$/],
  [
    'no-message',
    500,
    /^\{"errorCode":"internal_server","errorId":"error-[0-9a-z]{16}","httpStatusCode":500\}$/,
  ],
  ['unauthorized-envelope', 401, ENVELOPE('unauthorized', 'Unauthorized', 401)],
  [
    'validation-bare',
    400,
    ENVELOPE('api_validationerror', { status: 400, statusText: 'Bad Request' }, 400),
  ],
  ['numeric-code', 400, ENVELOPE(400, 'Bad Request', 400)],
  ['gateway-message', 504, /^\{"message":"Endpoint request timed out"\}$/],
  ['rate-limit-429', 429, /^\{"message":"Too Many Requests"\}$/],
  ['conflict-409', 409, /"errorCode":"conflicting_operation_in_progress"/],
])('answers %s instead of working', async (fault, status, body) => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answer = await capture(emulator, token, fault)
  expect(answer?.status).toBe(status)
  expect(answer?.text).toMatch(body)
  expect(kinds(emulator)).toEqual([])
})

it('answers a canned error after the work when told', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  expect((await capture(emulator, token, 'error-500=after'))?.status).toBe(500)
  expect(kinds(emulator)).toEqual(['capture'])
  const again = await capture(emulator, token)
  expect([again?.status, again?.headers.get('request-idempotency')]).toEqual([200, 'true'])
})

it.each([
  ['reset-before', []],
  ['reset-after', ['capture']],
])('drops the connection on %s, with the ledger at %j', async (fault, expected) => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  expect(await capture(emulator, token, fault)).toBeUndefined()
  expect(kinds(emulator)).toEqual(expected)
  expect(emulator.control.requests().at(-1)?.answer).toBeNull()
  expect((await capture(emulator, token))?.status).toBe(200)
  expect(kinds(emulator)).toEqual(['capture'])
})

it('truncates: promises more bytes than it sends, and hangs up', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const seen = await new Promise<{ promised: number; received: number; complete: boolean }>(
    (resolve) => {
      const call = request(`${emulator.url}/v2/payments/${token}`, {
        headers: {
          authorization: `Bearer ${emulator.merchantKey}`,
          'x-emulator-fault': 'truncate',
        },
      })
      call.on('response', (response) => {
        let received = 0
        response.on('data', (chunk: Buffer) => {
          received += chunk.length
        })
        response.on('error', () => undefined)
        response.on('close', () => {
          const promised = Number(response.headers['content-length'])
          resolve({ promised, received, complete: response.complete })
        })
      })
      call.end()
    },
  )
  expect(seen.complete).toBe(false)
  expect(seen.received).toBe(Math.floor(seen.promised / 2))
})

it.each([
  ['malformed-json', /^\{"token".*[^}]$/],
  ['empty-body', /^$/],
])('commits and then spoils the body by %s', async (fault, body) => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answer = await capture(emulator, token, fault)
  expect(answer?.status).toBe(200)
  expect(answer?.text).toMatch(body)
  expect(() => JSON.parse(answer?.text ?? '')).toThrow(SyntaxError)
  expect(kinds(emulator)).toEqual(['capture'])
})

it('drips: headers at once, then byte after byte until all are there', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const response = await fetch(`${emulator.url}/v2/payments/${token}`, {
    headers: { authorization: `Bearer ${emulator.merchantKey}`, 'x-emulator-fault': 'drip=1' },
  })
  const reader = response.body?.getReader()
  let chunks = 0
  let bytes = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    chunks += 1
    bytes += part.value.length
  }
  expect(bytes).toBe(Number(response.headers.get('content-length')))
  expect(chunks).toBeGreaterThan(10)
})

it.each([
  ['capture-status', 'DECLINED'],
  ['capture-status=PENDING', 'PENDING'],
])('answers 200 without approving on %s, and takes no money', async (fault, status) => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answer = await capture(emulator, token, fault)
  expect([answer?.status, answer?.json().status]).toEqual([200, status])
  expect(answer?.json()).not.toHaveProperty('capturedAt')
  expect(kinds(emulator)).toEqual([])
  expect(emulator.control.order(token).status).toBe('authorized')
})

it('loses: says success and commits nothing', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const answer = await capture(emulator, token, 'lose')
  expect([answer?.status, answer?.json().status]).toEqual([200, 'APPROVED'])
  expect(kinds(emulator)).toEqual([])
  expect((await emulator.get(`/v2/payments/${token}`)).json().status).toBe('authorized')
  const again = await capture(emulator, token)
  expect(again?.headers.has('request-idempotency')).toBe(false)
  expect(kinds(emulator)).toEqual(['capture'])
})

it('loses an order that it created', async () => {
  const emulator = await runEmulator()
  emulator.control.faults.add({ match: { operation: 'createOrder' }, effect: 'lose' })
  const token = await emulator.created()
  expect(token).toMatch(/^[A-Z0-9]{12}$/)
  expect((await emulator.get(`/v2/payments/${token}`)).status).toBe(422)
})

it('adds headers to a canned answer', async () => {
  const emulator = await runEmulator()
  const effect = { answer: 'rate-limit-429', headers: { 'retry-after': '2' } } as const
  emulator.control.faults.add({ effect })
  expect((await emulator.get('/v2/payments/X')).headers.get('retry-after')).toBe('2')
})

it('says which faults there are when a header names another', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.get('/v2/payments/X', { fault: 'explode' })
  expect(answer.status).toBe(400)
  expect(answer.json().message).toMatch(
    /^Unknown fault "explode"; use one of latency, reset-before, .*lose, such as latency=250$/,
  )
})

it('closes at once while answers are late or dripping', async () => {
  const emulator = await runEmulator()
  const late = emulator.get('/v2/payments/X', { fault: 'latency=600000' }).catch(() => 'broken')
  const dripping = emulator.get('/v2/payments/X', { fault: 'drip=600000' }).catch(() => 'broken')
  await expect.poll(() => emulator.control.requests().length).toBe(2)
  await emulator.close()
  await Promise.all([late, dripping])
})

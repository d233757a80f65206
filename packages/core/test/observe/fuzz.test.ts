import fc from 'fast-check'
import { expect, it } from 'vitest'
import { eur, type Scalapay } from '../../src/index.js'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { drop, json, type Step, startScript, text } from '../support/scripted-server.js'
import { listen } from './listeners.js'

const RUNS = 250
const word = (alphabet: string, minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength })
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'
const DIGITS = '0123456789'
const UUID = /^[\da-f-]{36}$/

/** What must never be seen: long enough to occur nowhere by chance. */
const secrets = fc.record({
  name: word(`${LETTERS}àéŁñ'`, 9, 14).map((name) => `A${name}`),
  email: word(LETTERS, 8, 12).map((user) => `${user}@example.com`),
  phone: word(DIGITS, 10, 12).map((digits) => `+39${digits}`),
  address: word(LETTERS, 8, 12).map((street) => `Via ${street} 12`),
  token: word(LETTERS.toUpperCase() + DIGITS, 10, 12),
  key: word(LETTERS + DIGITS, 20, 32).map((key) => `sp_${key}`),
  idempotencyKey: fc.oneof(word(`${LETTERS}_`, 9, 30), fc.uuid({ version: 4 })),
  reference: fc.oneof(
    word(`${LETTERS}_`, 9, 20),
    word(`${LETTERS}${DIGITS}-`, 9, 20),
    word(DIGITS, 10, 13),
  ),
})
type Secrets = typeof secrets extends fc.Arbitrary<infer Value> ? Value : never

/** Where an answer repeats a secret. */
const answers: ((secret: string, status: number) => Step)[] = [
  (secret, status) => json(status, { token: secret, status: secret, orderDetails: { secret } }),
  (secret, status) => json(status, { errorCode: secret, errorId: secret, message: secret }),
  (secret, status) => json(status, { errorCode: 'x', message: { errors: [issueOf(secret)] } }),
  (secret, status) => json(status, secret),
  (secret, status) => json(status, { [secret]: secret }, headersOf(secret)),
  (secret, status) => text(status, secret, headersOf(secret)),
  (secret, status) => text(status, `{"token":"${secret}`),
  () => drop,
]

/** Where a call carries them. */
const calls: ((client: Scalapay, secrets: Secrets) => Promise<unknown>)[] = [
  ({ orders }, { name, email, phone, address, reference }) =>
    orders.create(
      sampleOrder({
        merchantReference: reference,
        consumer: { givenNames: name, surname: name, email, phoneNumber: phone },
        billing: { name, line1: address },
      }),
    ),
  ({ orders }, { token, reference }) => orders.update(token, { merchantReference: reference }),
  ({ orders }, { token, email }) => orders.get(token, { headers: { 'x-customer': email } }),
  ({ orders }, { reference }) => orders.find({ merchantOrderReference: reference }),
  ({ payments }, { token, idempotencyKey }) => payments.capture({ token }, { idempotencyKey }),
  ({ payments }, { token, reference }) =>
    payments.refund(token, { refundAmount: eur('1.00'), merchantRefundReference: reference }),
  ({ payments }, { token, key }) => payments.void(token, {}, { apiKey: key }),
  ({ inStore }, { token }) => inStore.get(token),
  ({ multiCapture }, { token, reference }) =>
    multiCapture.capture(token, { amount: eur('1.00'), merchantReference: reference }),
  ({ reporting }, { token }) => reporting.payoutOrders(token).page(0),
  ({ raw }, { token }) => raw.GET(`/v9/payments/${token}` as never),
]

it('no name, e-mail, phone, address, token, key or reference ever reaches a log or a channel', async () => {
  const { logger, lines, attempts, operations } = listen()
  let step: Step = drop
  const server = await startScript((request, response) => step(request, response))
  const status = fc.constantFrom(200, 400, 401, 409, 422, 429, 500, 502)
  const scene = fc.record({
    secrets,
    status,
    // Which secret the answer repeats.
    repeated: fc.constantFrom<keyof Secrets>(
      'name',
      'email',
      'phone',
      'address',
      'token',
      'key',
      'idempotencyKey',
      'reference',
    ),
    answer: fc.constantFrom(...answers),
    call: fc.constantFrom(...calls),
  })
  await fc.assert(
    fc.asyncProperty(scene, async ({ secrets, status, repeated, answer, call }) => {
      const { key } = secrets
      const client = clientFor(server.url, { apiKey: key, deviceApiKey: key, logger, retry: false })
      step = answer(secrets[repeated], status)
      await call(client, secrets).catch(() => undefined)
      await client.close()
      const heard = JSON.stringify([lines.splice(0), attempts.splice(0), operations.splice(0)])
      expect(heard).toContain('durationMs')
      for (const secret of Object.values(secrets)) expect(heard).not.toContain(secret)
    }),
    { numRuns: RUNS, seed: 20_260_329 },
  )
})

function issueOf(secret: string) {
  return { field: ['consumer', secret], location: secret, messages: [secret], types: [secret] }
}

function headersOf(secret: string): Record<string, string> {
  const value = encodeURIComponent(secret)
  // A caller's UUID in this place cannot be told from an id that the gateway has made, as it always does.
  const requestId = UUID.test(secret) ? {} : { 'x-amzn-requestid': value }
  return { ...requestId, 'retry-after': value, location: value, date: value }
}

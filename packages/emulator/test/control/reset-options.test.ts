import { expect, it } from 'vitest'
import type { EmulatorSwitches } from '../../src/index.js'
import { control } from '../support/control.js'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'

const reset = (emulator: TestEmulator, body?: object) => control(emulator, 'POST', '/reset', body)

const readTotal = async (emulator: TestEmulator) =>
  (await emulator.get(`/v2/payments/${await emulator.created()}`)).json().totalAmount

const statusOf = async (emulator: TestEmulator) =>
  emulator.control.order(await emulator.created()).status

it('sets switches over HTTP, until the next reset goes back to those of the start', async () => {
  const emulator = await runEmulator({ readStatusBeforeApproval: 'pending' })
  const options = { allStringAmounts: true }
  expect(await reset(emulator, { options })).toEqual([200, { reset: true }])
  expect(await readTotal(emulator)).toEqual(eur('190.00'))
  expect(await statusOf(emulator)).toBe('pending')
  await reset(emulator, { options: { readStatusBeforeApproval: 'waiting' } })
  expect(await readTotal(emulator)).toEqual({ amount: 190, currency: 'EUR' })
  expect(await statusOf(emulator)).toBe('waiting')
  await reset(emulator)
  expect(await statusOf(emulator)).toBe('pending')
})

it('sets them in code, with a seed', async () => {
  const other = await runEmulator({ seed: 2 })
  const emulator = await runEmulator()
  emulator.control.reset({ seed: 2, options: { readStatusBeforeApproval: 'waiting' } })
  expect(emulator.control.order(await emulator.created()).status).toBe('waiting')
  const [order] = emulator.control.orders()
  expect(order?.token).toBe(await other.created())
})

it('keeps the parts of a group that it does not name', async () => {
  const start = { idempotency: { scope: 'merchant' } } as const
  const emulator = await runEmulator(start)
  await reset(emulator, { options: { idempotency: { sameKeyOtherBody: 'conflict' } } })
  const token = await emulator.approved()
  const key = { idempotencyKey: 'k' }
  await emulator.post('/v2/payments/capture', { token }, key)
  const answer = await emulator.post(`/v2/payments/${token}/void`, { merchantReference: 'r' }, key)
  expect([answer.status, answer.json().errorCode]).toEqual([409, 'idempotency_key_reused'])
})

it('takes every switch', async () => {
  const emulator = await runEmulator()
  const options: Required<EmulatorSwitches> = {
    maximumAmountInCents: 100_000,
    minimumAmountInCents: 100,
    unauthorizedBody: 'text',
    allStringAmounts: true,
    contentType: 'required',
    idempotency: { lifetimeMs: 1, scope: 'merchant', storeFailures: ['refused'] },
    refusals: { status: 409, errorCode: 'x' },
    readStatusBeforeApproval: 'pending',
    readStatusAfterVoid: 'voided',
    readStatusAfterPartialRefund: 'refunded',
    reportingTimeZone: 'UTC',
    reportDates: 'movement',
    feesBilledAtMonthEnd: true,
    refundReportRow: 'order',
    largestReportPage: 1,
  }
  expect(await reset(emulator, { options })).toEqual([200, { reset: true }])
})

it.each([
  [{ allStringAmount: true }, 'there is no option allStringAmount'],
  [{ allStringAmounts: 'yes' }, 'allStringAmounts must be true or false'],
  [{ feesBilledAtMonthEnd: null }, 'feesBilledAtMonthEnd must be true or false'],
  [{ readStatusAfterVoid: 5 }, 'readStatusAfterVoid must be a text such as expired'],
  [{ readStatusBeforeApproval: '' }, 'readStatusBeforeApproval must be a text such as expired'],
  [{ unauthorizedBody: 'html' }, 'unauthorizedBody must be json-string or text or envelope'],
  [{ maximumAmountInCents: '1' }, 'maximumAmountInCents must be a whole number of cents from 1'],
  [{ reportingTimeZone: 5 }, 'reportingTimeZone must be the name of a zone such as Europe/Rome'],
  [{ idempotency: null }, 'idempotency must be an object'],
  [{ idempotency: { scop: 'path' } }, 'there is no option idempotency.scop'],
  [
    { idempotency: { lifetimeMs: '5' } },
    'idempotency.lifetimeMs must be a number of milliseconds above 0',
  ],
  [{ refusals: [409] }, 'refusals must be an object'],
  [
    { port: 1, refusals: { status: 5 } },
    'port is fixed at the start: start another emulator for it; refusals.status must be a whole number from 400 to 499',
  ],
  [{ merchantKeys: ['a'] }, 'merchantKeys is fixed at the start: start another emulator for it'],
  [{ seed: 1 }, 'seed does not belong into options: give it beside them'],
  [
    { webhookUrl: 'http://shop.example/' },
    'webhookUrl is a setting of the webhooks: change it by PUT /_emulator/webhooks/settings, or control.webhooks.configure',
  ],
])('refuses the options %j, and resets nothing', async (options, error) => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  expect(await reset(emulator, { options })).toEqual([400, { error }])
  expect(emulator.control.order(token).status).toBe('created')
})

it.each([[null], [5], ['allStringAmounts'], [[true]]])(
  'refuses %j for options',
  async (options) => {
    expect(await reset(await runEmulator(), { options })).toEqual([
      400,
      { error: 'options must be an object such as {"allStringAmounts":true}' },
    ])
  },
)

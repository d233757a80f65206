import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { operations, schemas } from '../../src/generated/document.js'
import { asDevice, runEmulator, type TestEmulator } from '../support/emulator.js'
import { callEverything } from '../support/tour.js'

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
ajvFormats.default(ajv)
ajv.addSchema(schemas)

/** What the document says is wrong with each logged answer; nothing, that is. */
function disagreements(emulator: TestEmulator): unknown[] {
  return emulator.control.requests().flatMap<unknown>(({ operation, answer }) => {
    if (operation === undefined || answer === null) return [`no answer of ${operation}`]
    const { answers } = operations[operation]
    const validate = ajv.getSchema(answers[answer.status] ?? answers.default ?? '')
    const body: unknown = JSON.parse(answer.body)
    return validate?.(body) === true ? [] : [{ operation, answer, errors: validate?.errors }]
  })
}

it.each([
  ['as it is', {}],
  ['switched', { allStringAmounts: true, refundReportRow: 'order', feesBilledAtMonthEnd: true }],
] as const)('answers every operation as the document describes it, %s', async (_case, options) => {
  const emulator = await runEmulator(options)
  await callEverything(emulator)
  const requests = emulator.control.requests()
  const called = requests.map(({ operation }) => operation)
  expect(new Set(called)).toEqual(new Set(Object.keys(operations)))
  expect(requests.filter(({ answer }) => answer?.status !== 200)).toEqual([])
  expect(disagreements(emulator)).toEqual([])
})

it('refuses as the document describes it', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  await emulator.post('/v2/orders', {})
  await emulator.post('/v2/orders', '{')
  await emulator.get('/v2/payments/references')
  await emulator.get('/v2/payments/NOBODY')
  await emulator.get('/v2/payments/NOBODY', { authorization: null })
  await emulator.post('/v2/payments/capture', { token })
  await emulator.post('/v2/payments/capture', { token }, { fault: 'conflict-409' })
  await emulator.post('/v2/payments/capture', { token }, { fault: 'no-message' })
  await emulator.post('/v2/payments/capture', { token }, { fault: 'gateway-message' })
  await emulator.post('/v1/instore/orders', {}, asDevice)
  await emulator.get('/v1/instore/orders/NOBODY', asDevice)
  await emulator.get('/v1/reporting/orders?startDate=2026-01-02&endDate=2026-01-01')
  await emulator.get('/v1/reporting/payouts/NOBODY/orders')
  await emulator.get('/v1/reporting/disputes')
  await emulator.get('/v1/reporting/orders', asDevice)
  const statuses = emulator.control.requests().map(({ answer }) => answer?.status)
  expect(statuses).toEqual([
    200, 400, 400, 400, 422, 401, 400, 409, 500, 504, 400, 422, 400, 400, 400, 401,
  ])
  expect(disagreements(emulator)).toEqual([])
})

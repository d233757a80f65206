import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { type OperationId, operations, schemas } from '../../src/generated/document.js'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'

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

it('answers every online operation as the document describes it', async () => {
  const emulator = await runEmulator()
  const one = await emulator.captured()
  const two = await emulator.approved()
  const refund = { refundAmount: eur('1.00'), merchantRefundReference: 'r' }
  await emulator.post(`/v2/payments/${one}/refund`, refund)
  await emulator.post(`/v2/orders/${two}`, {
    merchantReference: 'a',
    merchantProcessorReference: 'p',
  })
  await emulator.post(`/v2/payments/${two}/delay`)
  await emulator.post(`/v2/payments/${two}/void`)
  await emulator.get(`/v2/payments/${one}`)
  await emulator.get(`/v2/payments/references?orderToken=${one}`)
  const statuses = emulator.control
    .requests()
    .map(({ operation, answer }) => [operation, answer?.status])
  const online: OperationId[] = [
    'createOrder',
    'capturePayment',
    'refundPayment',
    'updateOrder',
    'delayPayment',
    'voidPayment',
    'getOrder',
    'findOrders',
  ]
  expect(new Set(statuses.map(([operation]) => operation))).toEqual(new Set(online))
  expect(new Set(statuses.map(([, status]) => status))).toEqual(new Set([200]))
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
  const statuses = emulator.control.requests().map(({ answer }) => answer?.status)
  expect(statuses).toEqual([200, 400, 400, 400, 422, 401, 400, 409, 500, 504])
  expect(disagreements(emulator)).toEqual([])
})

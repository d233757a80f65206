import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ScalapayServerError } from '../../src/index.js'
import { toAttemptEvent, toOperationEvent } from '../../src/transport/redact.js'

/** What is published of an error with these details. */
const eventOf = (details: object) =>
  toOperationEvent({
    operation: 'getOrder',
    durationMs: 1,
    attempts: 1,
    error: new ScalapayServerError('secret message', details),
  })

it('an event has only the fields that are named, whatever the report holds', () => {
  const report = {
    operation: 'getOrder',
    attempt: 1,
    durationMs: 12.6,
    status: 200,
    token: 'T1',
    url: 'https://host/T1',
    body: '{}',
    headers: { authorization: 'Bearer key' },
  }
  expect(toAttemptEvent(report)).toEqual({
    operation: 'getOrder',
    attempt: 1,
    durationMs: 13,
    status: 200,
  })
})

it('an error gives its class, its codes and its outcome, and not what it says', () => {
  const error = {
    outcome: 'unknown',
    httpStatusCode: 500,
    errorCode: 'internal_server',
    errorId: 'error-sktwiapnkhy2ynv8',
    requestId: '0F3B8A44-52A7-4D0E-9C5A-7D7B1E6A2C11',
    idempotencyKey: '0f3b8a44-52a7-8d0e-9c5a-7d7b1e6a2c11',
    hint: 'a hint',
    findBy: { merchantOrderReference: 'order-1' },
    cause: new Error('a cause'),
  }
  expect(eventOf(error)).toEqual({
    operation: 'getOrder',
    durationMs: 1,
    attempts: 1,
    status: 500,
    errorName: 'ScalapayServerError',
    errorCode: 'internal_server',
    errorId: 'error-sktwiapnkhy2ynv8',
    requestId: '0F3B8A44-52A7-4D0E-9C5A-7D7B1E6A2C11',
    idempotencyKey: '0f3b8a44-52a7-8d0e-9c5a-7d7b1e6a2c11',
    outcome: 'unknown',
  })
})

describe('an errorCode', () => {
  it('that the API description lists is shown', async () => {
    const file = new URL('../../openapi/scalapay.yaml', import.meta.url)
    const document = parse(await readFile(file, 'utf8'))
    const codes: string[] = document.components.schemas.ErrorCode.anyOf[0].enum
    expect(codes).toContain('invalid_token')
    expect(codes.map((errorCode) => eventOf({ errorCode }).errorCode)).toEqual(codes)
  })

  it.each([
    ['400', '400'],
    ['503', '503'],
    ['rossi', 'unlisted'],
    ['ada_rossi', 'unlisted'],
    ['invalid_token ', 'unlisted'],
    ['4000', 'unlisted'],
    ['', 'unlisted'],
  ])('%j is shown as %s', (errorCode, shown) => {
    expect(eventOf({ errorCode }).errorCode).toBe(shown)
  })
})

describe('what does not have the shape that it has at Scalapay is left out:', () => {
  it.each([
    ['errorId', 'ada@example.com'],
    ['errorId', 'error-Ada Rossi'],
    ['errorId', '+393001234567'],
    ['requestId', '71KH916VPE'],
    ['requestId', 'Via Roma 1'],
    ['idempotencyKey', 'order-1'],
    ['idempotencyKey', '0f3b8a44-52a7-4d0e-9c5a-7d7b1e6a2c11'],
  ])('%s %j', (field, value) => {
    expect(eventOf({ [field]: value })).not.toHaveProperty(field)
  })
})

it.each(['GET /v9/payments/T1', 'toString', ''])('%j is not shown as an operation', (operation) => {
  expect(toOperationEvent({ operation, durationMs: 1, attempts: 1 }).operation).toBe('raw')
})

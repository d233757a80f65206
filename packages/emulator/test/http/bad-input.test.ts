import { createConnection } from 'node:net'
import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

const errorId = expect.stringMatching(/^error-[0-9a-z]{16}$/)

it('answers an empty amount with the documented finding, byte for byte', async () => {
  const emulator = await runEmulator()
  const body = { ...documentedOrder, totalAmount: { amount: '', currency: 'EUR' } }
  const answer = await emulator.post('/v2/orders', body)
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(answer.text.replace(/error-[0-9a-z]{16}/, 'error-id')).toBe(
    '{"errorCode":"api_validationerror","errorId":"error-id","message":{"status":400,' +
      '"statusText":"Bad Request","errors":[{"field":["totalAmount","amount"],"location":"body",' +
      '"messages":["\\"amount\\" is not allowed to be empty"],"types":["any.empty"]}]},' +
      '"httpStatusCode":400}',
  )
})

it('answers an unknown token with the documented message, which names no token', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.get('/v2/payments/71KH916VPE')
  expect(answer.status).toBe(422)
  expect(answer.json()).toEqual({
    errorCode: 'invalid_token',
    errorId,
    message: 'Order null not found',
    httpStatusCode: 422,
  })
})

it.each([
  ['/v2/orders/NOBODY', { merchantReference: 'a' }],
  ['/v2/payments/NOBODY/delay', undefined],
  ['/v2/payments/NOBODY/void', undefined],
  ['/v2/payments/NOBODY/refund', { refundAmount: { amount: '1.00', currency: 'EUR' } }],
  ['/v2/payments/capture', { token: 'NOBODY' }],
  [`/v2/payments/${'X'.repeat(900)}/void`, undefined],
])('answers an unknown token on POST %s with 422', async (path, body) => {
  const emulator = await runEmulator()
  const answer = await emulator.post(path, body)
  expect([answer.status, answer.json().errorCode]).toEqual([422, 'invalid_token'])
})

it.each([
  ['malformed', '{"token":'],
  ['empty', undefined],
  ['blank', '  '],
  ['nested without end', `{"token":"x","a":${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
])('answers a body that is %s with invalid_json', async (_case, body) => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/payments/capture', body)
  expect(answer.status).toBe(400)
  expect(answer.json()).toEqual({
    errorCode: 'invalid_json',
    errorId,
    message: 'The body is malformed or empty JSON',
    httpStatusCode: 400,
  })
})

it('refuses a body of two megabytes as the gateway does', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/orders', `{"x":"${'x'.repeat(2_000_000)}"}`)
  expect([answer.status, answer.text]).toEqual([413, '{"message":"Request Too Long"}'])
  expect((await emulator.get('/v2/payments/X')).status).toBe(422)
})

it('refuses a path that is not a path as the gateway does', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.get('/v2/payments/%zz')
  expect([answer.status, answer.text]).toEqual([400, '{"message":"Bad Request"}'])
})

it('survives bytes that are not HTTP and clients that hang up', async () => {
  const emulator = await runEmulator()
  const port = Number(new URL(emulator.url).port)
  for (const bytes of [
    '\u0000\u0001garbage\r\n\r\n',
    'POST /v2/orders HTTP/1.1\r\nContent-Length: 9',
  ]) {
    await new Promise<void>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => socket.end(bytes))
      socket.on('error', () => resolve())
      socket.on('close', () => resolve())
      socket.resume()
    })
  }
  expect((await emulator.get('/v2/payments/X')).status).toBe(422)
})

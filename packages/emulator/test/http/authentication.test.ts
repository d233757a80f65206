import { expect, it } from 'vitest'
import { operations } from '../../src/generated/document.js'
import { runEmulator } from '../support/emulator.js'

it('answers a wrong key with the JSON string "Unauthorized", byte for byte', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.get('/v2/payments/71KH916VPE', { authorization: 'Bearer wrong' })
  expect(answer.status).toBe(401)
  expect(answer.text).toBe('"Unauthorized"')
  expect(answer.headers.get('content-length')).toBe('14')
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
})

it('answers it as bare text, which is not JSON, when switched', async () => {
  const emulator = await runEmulator({ unauthorizedBody: 'text' })
  const answer = await emulator.get('/v2/payments/71KH916VPE', { authorization: 'Bearer wrong' })
  expect(answer.status).toBe(401)
  expect(answer.text).toBe('Unauthorized')
  expect(answer.headers.get('content-length')).toBe('12')
  expect(answer.headers.get('content-type')).toBe('application/json')
})

it('answers it in the error envelope when switched', async () => {
  const emulator = await runEmulator({ unauthorizedBody: 'envelope' })
  const answer = await emulator.get('/v2/payments/71KH916VPE', { authorization: 'Bearer wrong' })
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect([answer.status, answer.json()]).toEqual([
    401,
    {
      errorCode: 'unauthorized',
      errorId: expect.stringMatching(/^error-[0-9a-z]{16}$/),
      message: 'Unauthorized',
      httpStatusCode: 401,
    },
  ])
})

it.each([
  ['no header', null],
  ['the key without Bearer', 'qhtfs87hjnc12kkos'],
  ['two spaces', 'Bearer  qhtfs87hjnc12kkos'],
  ['a lower-case scheme', 'bearer qhtfs87hjnc12kkos'],
  ['something after the key', 'Bearer qhtfs87hjnc12kkos x'],
  ['a device key on a merchant path', 'Bearer testdeviceapikey'],
])('refuses %s', async (_case, authorization) => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/orders', {}, { authorization })
  expect([answer.status, answer.text]).toEqual([401, '"Unauthorized"'])
})

it.each(
  Object.entries(operations).map(
    ([id, { method, path, auth }]) => [id, method, path, auth] as const,
  ),
)('takes only the right kind of key for %s', async (_id, method, path, auth) => {
  const emulator = await runEmulator()
  const statusWith = async (key: string) => {
    const url = emulator.url + path.replace('{token}', 'NOBODY')
    const headers = { authorization: `Bearer ${key}` }
    return (await fetch(url, { method, headers })).status
  }
  const { merchantKey, deviceKey } = emulator
  const [right, wrong] = auth === 'merchant' ? [merchantKey, deviceKey] : [deviceKey, merchantKey]
  expect(await statusWith(wrong)).toBe(401)
  expect([200, 400, 422]).toContain(await statusWith(right))
})

it('accepts every merchant key that it was given', async () => {
  const emulator = await runEmulator({ merchantKeys: ['merchant-one', 'merchant-two'] })
  for (const key of ['merchant-one', 'merchant-two']) {
    const answer = await emulator.get('/v2/payments/NOBODY', { authorization: `Bearer ${key}` })
    expect(answer.status).toBe(422)
  }
})

it.each([
  ['without a key', null],
  ['with a key', 'Bearer qhtfs87hjnc12kkos'],
])('answers an unknown path as the gateway does, %s', async (_case, authorization) => {
  const emulator = await runEmulator()
  for (const path of ['/v1/orders', '/orders', '/v2/payments/refund', '/']) {
    const answer = await emulator.post(path, '{', { authorization })
    expect([path, answer.status, answer.text]).toEqual([
      path,
      403,
      '{"message":"Missing Authentication Token"}',
    ])
  }
})

it.each([
  ['x-amzn-requestid', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/],
  ['x-amz-apigw-id', /^[A-Za-z0-9]{15}=$/],
  ['x-amzn-trace-id', /^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/],
])('puts %s on every answer', async (name, form) => {
  const emulator = await runEmulator()
  const answers = [
    await emulator.get('/v2/payments/X', { authorization: null }),
    await emulator.get('/v2/nothing'),
    await emulator.get('/v2/payments/%zz'),
    await emulator.post('/v2/orders', 'x'.repeat(2_000_000)),
    await emulator.post('/v2/orders', {}),
  ]
  const ids = answers.map((answer) => answer.headers.get(name))
  expect(ids).toEqual(ids.map(() => expect.stringMatching(form)))
  expect(new Set(ids).size).toBe(ids.length)
})

import { expect, it } from 'vitest'
import { ScalapayConfigError } from '../../src/index.js'
import { Cancellation } from '../../src/transport/cancellation.js'
import { createTransport } from '../../src/transport/deno.js'
import { json, startScript } from '../support/scripted-server.js'

const cancellation = new Cancellation()

it.each([
  [
    'a write without an idempotency key as a stream',
    { 'content-type': 'application/json' },
    'chunked',
  ],
  ['a write with one as it is', { 'idempotency-key': 'k-1' }, undefined],
])('sends %s, which decides whether Deno would send it again', async (_, headers, encoding) => {
  const server = await startScript(json(200, { token: 'T1' }))
  const request = { method: 'POST', url: server.url, headers, body: '{"è":1}', cancellation }
  const answer = await createTransport({ baseUrl: 'https://api.test', ca: [] }).send(request)
  expect([answer.status, answer.text]).toEqual([200, '{"token":"T1"}'])
  expect(server.seen).toMatchObject([{ method: 'POST', headers, body: '{"è":1}' }])
  expect(server.seen[0]?.headers['transfer-encoding']).toBe(encoding)
})

it('reads without a body', async () => {
  const server = await startScript(json(200, { token: 'T1' }))
  const request = { method: 'GET', url: server.url, headers: {}, body: undefined, cancellation }
  expect(
    await createTransport({ baseUrl: 'https://api.test', ca: [] }).send(request),
  ).toMatchObject({ status: 200 })
  expect(server.seen).toMatchObject([{ method: 'GET', body: '' }])
})

it('refuses a private authority, as elsewhere than on Node', () => {
  expect(() => createTransport({ baseUrl: 'https://api.test', ca: ['a certificate'] })).toThrow(
    ScalapayConfigError,
  )
})

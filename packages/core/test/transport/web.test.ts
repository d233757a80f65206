import { expect, it } from 'vitest'
import { ScalapayConfigError } from '../../src/index.js'
import { createTransport } from '../../src/transport/web.js'
import { clientFor } from '../support/clients.js'
import { json, startScript, text } from '../support/scripted-server.js'

it("sends over the runtime's own fetch", async () => {
  const server = await startScript(json(200, { token: 'T1' }, { 'x-one': '1' }))
  const { signal } = new AbortController()
  const answer = await createTransport({ ca: [] }).send({
    method: 'POST',
    url: `${server.url}/v2/orders`,
    headers: { 'x-two': '2' },
    body: '{}',
    signal,
  })
  expect([answer.status, answer.text, answer.header('X-One')]).toEqual([200, '{"token":"T1"}', '1'])
  expect(answer.headers()).toMatchObject({ 'x-one': '1' })
  expect(server.seen).toMatchObject([{ method: 'POST', url: '/v2/orders', body: '{}' }])
})

it('refuses a private authority, which no fetch can be given', () => {
  const create = () => createTransport({ ca: ['a certificate'] })
  expect(create).toThrow(ScalapayConfigError)
  expect(create).toThrow(
    'tls.ca works on Node only. Here, add the authority to the runtime, or give your own fetch.',
  )
})

it('does not believe an answer that a fetch went to another address for', async () => {
  const elsewhere = await startScript(json(200, { token: 'T1', status: 'charged' }))
  const server = await startScript(text(302, '', { location: elsewhere.url }))
  const follow: typeof fetch = (input, init) => fetch(input, { ...init, redirect: 'follow' })
  const client = clientFor(server.url, { fetch: follow })
  await expect(client.orders.get('T1')).rejects.toMatchObject({
    name: 'ScalapayServerError',
    outcome: 'unknown',
    attempts: 1,
    message: "getOrder: the given fetch followed a redirect: it must honour redirect: 'manual'.",
  })
})

import { expect, it } from 'vitest'
import { ScalapayConfigError } from '../../src/index.js'
import { Cancellation } from '../../src/transport/cancellation.js'
import { channelsOf, createTransport, openChannel } from '../../src/transport/web.js'
import { listen } from '../observe/listeners.js'
import { clientFor } from '../support/clients.js'
import { json, startScript, text } from '../support/scripted-server.js'

it("sends over the runtime's own fetch", async () => {
  const server = await startScript(json(200, { token: 'T1' }, { 'x-one': '1' }))
  const answer = await createTransport({ baseUrl: 'https://api.test', ca: [] }).send({
    method: 'POST',
    url: `${server.url}/v2/orders`,
    headers: { 'x-two': '2' },
    body: '{}',
    cancellation: new Cancellation(),
  })
  expect([answer.status, answer.text, answer.header('X-One')]).toEqual([200, '{"token":"T1"}', '1'])
  expect(answer.headers()).toMatchObject({ 'x-one': '1' })
  expect(server.seen).toMatchObject([{ method: 'POST', url: '/v2/orders', body: '{}' }])
})

it('refuses a private authority, which no fetch can be given', () => {
  const create = () => createTransport({ baseUrl: 'https://api.test', ca: ['a certificate'] })
  expect(create).toThrow(ScalapayConfigError)
  expect(create).toThrow(
    'tls.ca works on Node only. Here, add the authority to the runtime, or give your own fetch.',
  )
})

it('publishes on the channels of a runtime that has them, as Bun and Deno do', () => {
  const heard: unknown[] = []
  const channels = {
    channel: () => ({ hasSubscribers: true, publish: (m: unknown) => heard.push(m) }),
  }
  const getBuiltinModule = (id: string) =>
    id === 'node:diagnostics_channel' ? channels : undefined
  const channel = channelsOf({ process: { getBuiltinModule } })('scalapay-kit:attempt')
  channel.publish('an event')
  expect([channel.hasSubscribers, heard]).toEqual([true, ['an event']])
})

it("takes this process's own channels", () => {
  const { operations } = listen()
  const channel = openChannel('scalapay-kit:operation')
  expect(channel.hasSubscribers).toBe(true)
  channel.publish({ operation: 'getOrder' })
  expect(operations).toEqual([{ operation: 'getOrder' }])
})

it.each([
  ['process', {}],
  ['getBuiltinModule', { process: {} }],
  ['such module', { process: { getBuiltinModule: () => undefined } }],
])('has nobody who listens on a runtime without %s', (_what, runtime) => {
  const channel = channelsOf(runtime)('scalapay-kit:attempt')
  expect(channel.hasSubscribers).toBe(false)
  expect(channel.publish('an event')).toBeUndefined()
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

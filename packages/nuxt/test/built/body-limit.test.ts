import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emulatorWith, settingsFor } from '../support/built-server.js'
import { loadServer, type ServerInProcess } from '../support/server-in-process.js'

let server: ServerInProcess
let closeEmulator: () => Promise<void>

beforeAll(async () => {
  const emulator = await emulatorWith()
  closeEmulator = () => emulator.close()
  server = await loadServer(settingsFor(emulator))
  const { bench } = server
  bench.routes.set(
    '/webhooks/limited',
    bench.define({ '*': () => undefined }, { maxBodyBytes: 4_000 }),
  )
})
afterAll(() => closeEmulator())

it.each([
  ['whose length says so, before its bytes come', { 'content-length': '5000' }, 0],
  [
    'of unknown length, when more bytes came than are taken',
    { 'transfer-encoding': 'chunked' },
    5_000,
  ],
])('refuses a body %s, without waiting for its end (S41)', async (_what, headers, bytes) => {
  const sending = request(`${server.url}/webhooks/limited`, {
    method: 'POST',
    headers,
    agent: false,
  })
  sending.flushHeaders()
  if (bytes > 0) sending.write('x'.repeat(bytes))
  const [answer]: IncomingMessage[] = await once(sending, 'response')
  expect([answer?.statusCode, answer?.headers.connection]).toEqual([413, 'close'])
  expect(answer && JSON.parse(await text(answer))).toMatchObject({ reason: 'body-too-large' })
})

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
  server = await loadServer({
    ...settingsFor(emulator),
    NUXT_SCALAPAY_WEBHOOKS_MAX_BODY_BYTES: '4500',
  })
  const { bench } = server
  bench.routes.set(
    '/webhooks/limited',
    bench.define({ '*': () => undefined }, { maxBodyBytes: 4_000 }),
  )
})
afterAll(() => closeEmulator())

const declared = { 'content-length': '4600' }
const chunked = { 'transfer-encoding': 'chunked' }
const BY_OPTION = '/webhooks/limited'
const BY_SETTINGS = '/api/_scalapay/webhook'

it.each([
  ['whose length says so, before its bytes come', BY_OPTION, declared, 0],
  ['of unknown length, when more bytes came than are taken', BY_OPTION, chunked, 4_100],
  ['whose length is above that of the settings', BY_SETTINGS, declared, 0],
  ['of unknown length, when more bytes came than the settings say', BY_SETTINGS, chunked, 4_600],
])('refuses a body %s, without waiting for its end (S41)', async (_what, path, headers, bytes) => {
  const sending = request(`${server.url}${path}`, { method: 'POST', headers, agent: false })
  sending.flushHeaders()
  if (bytes > 0) sending.write('x'.repeat(bytes))
  const [answer]: IncomingMessage[] = await once(sending, 'response')
  expect([answer?.statusCode, answer?.headers.connection]).toEqual([413, 'close'])
  expect(answer && JSON.parse(await text(answer))).toMatchObject({ reason: 'body-too-large' })
})

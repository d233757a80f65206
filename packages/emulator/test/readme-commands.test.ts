import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hasCurl, runCurl } from './support/curl.js'
import { documentedOrder, tillOrder } from './support/orders.js'
import { type EmulatorProcess, startProcess } from './support/process.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
/** Every command of the README, without the backquotes around it. */
const commands = [...readme.matchAll(/`(curl [^`]+)`/g)].map(([, command = '']) => command)
const plain = commands.filter((command) => !command.includes('https:'))
const secure = commands.filter((command) => command.includes('https:'))

/** The options of a start command of the README. */
const startOptions = (block: string) =>
  block
    .split('\n')[0]
    ?.replace(/^npx @scalapay-kit\/emulator ?/, '')
    .split(' ')
    .filter(Boolean) ?? []

const starts = [...readme.matchAll(/^```sh\n(npx [\s\S]+?)^```$/gm)].map(([, block = '']) => block)

const folder = mkdtempSync(join(tmpdir(), 'emulator-readme-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.runIf(hasCurl())(
  'the commands of the README, against a process started by its command',
  () => {
    let emulator: EmulatorProcess

    beforeAll(async () => {
      emulator = await startProcess(...startOptions(starts[0] ?? ''), '--port', '0')
    })
    afterAll(() => void emulator.child.kill())

    async function send(
      method: string,
      path: string,
      body: object = {},
      key = 'qhtfs87hjnc12kkos',
    ) {
      const answer = await fetch(emulator.url + path, {
        method,
        headers: { authorization: `Bearer ${key}` },
        body: JSON.stringify(body),
      })
      return (await answer.json()) as { token: string; id: string }
    }

    const control = (path: string, body: object = {}, method = 'POST') =>
      send(method, `/_emulator${path}`, body)

    beforeEach(async () => {
      await control('/reset')
    })

    async function approved(): Promise<string> {
      const { token } = await send('POST', '/v2/orders', documentedOrder)
      await control(`/orders/${token}/approve`)
      return token
    }

    async function captured(): Promise<string> {
      const token = await approved()
      await send('POST', '/v2/payments/capture', { token })
      return token
    }

    /** What stands for the placeholder of a command: something in the state that the command is about. */
    async function subject(command: string): Promise<string> {
      if (command.includes('DISPUTE'))
        return (await control(`/orders/${await captured()}/disputes`)).token
      if (command.includes('DELIVERY')) {
        await control('/webhooks/settings', { url: 'http://127.0.0.1:9/' }, 'PUT')
        await approved()
        return 'webhook-1'
      }
      if (command.includes('FAULT')) return (await control('/faults', { effect: 'lose' })).id
      if (command.includes('/disputes')) return captured()
      if (command.includes('/instore/')) {
        return (await send('POST', '/v1/instore/orders', tillOrder, 'testdeviceapikey')).token
      }
      if (!command.includes('/v2/'))
        return (await send('POST', '/v2/orders', documentedOrder)).token
      const token = await approved()
      if (command.includes('/delay/')) await send('POST', `/v2/payments/${token}/delay`)
      return token
    }

    it.each(plain)('%s', async (command) => {
      const found = await subject(command)
      const exact = command
        .replace('http://127.0.0.1:8484', emulator.url)
        .replace(/TOKEN|DISPUTE|DELIVERY|FAULT/, found)
      const { status, body } = await runCurl(exact, folder)
      expect(status).toBe(200)
      expect(body).toMatch(command.includes('-N') ? /^retry: \d+$/m : /^[[{]/)
    })
  },
)

describe.runIf(hasCurl())(
  'the commands about TLS, against a process started by its command',
  () => {
    it('fetch the CA and trust it', async () => {
      const options = startOptions(starts.find((block) => block.includes('--https')) ?? '')
      const { child, url } = await startProcess(...options, '--port', '0')
      try {
        expect([secure.length, url.slice(0, 6)]).toEqual([2, 'https:'])
        for (const command of secure) {
          const { status } = await runCurl(command.replace('https://127.0.0.1:8484', url), folder)
          expect(status).toBe(200)
        }
      } finally {
        child.kill()
      }
    })
  },
)

it('shows a command for every route of the control plane', () => {
  const shown = plain.filter((command) => command.includes('/_emulator/'))
  const routes = shown.map((command) => {
    const method = /-X (\w+)/.exec(command)?.[1] ?? 'GET'
    return `${method} ${/\/_emulator(\S*)/.exec(command)?.[1]}`
  })
  // The approval is shown twice, once with force.
  expect([...new Set(routes)].sort()).toEqual([
    'DELETE /faults',
    'DELETE /faults/FAULT',
    'GET /clock',
    'GET /disputes',
    'GET /events',
    'GET /faults',
    'GET /ledger',
    'GET /orders',
    'GET /orders/TOKEN',
    'GET /requests',
    'GET /webhooks',
    'GET /webhooks/settings',
    'POST /clock/advance',
    'POST /disputes/DISPUTE/resolve',
    'POST /faults',
    'POST /orders/TOKEN/approve',
    'POST /orders/TOKEN/cancel',
    'POST /orders/TOKEN/decline',
    'POST /orders/TOKEN/disputes',
    'POST /orders/TOKEN/expire',
    'POST /reset',
    'POST /webhooks/DELIVERY/redeliver',
    'PUT /webhooks/settings',
  ])
})

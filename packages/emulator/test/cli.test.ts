import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { runEmulator } from './support/emulator.js'

const BIN = fileURLToPath(new URL('../bin/scalapay-emulator.js', import.meta.url))

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  return child
}

async function run(...args: string[]) {
  const child = start(...args)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => {
    stdout += String(chunk)
  })
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk)
  })
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('The child has no stdout')
  const [line] = await once(createInterface(child.stdout), 'line')
  return String(line)
}

it('prints where it listens as its first line, and is ready by then', async () => {
  const child = start('--port', '0', '--merchant-key', 'key-one', '--merchant-key', 'key-two')
  const line = await firstLine(child)
  expect(line).toMatch(/^scalapay-emulator listening on http:\/\/127\.0\.0\.1:\d+$/)
  const url = line.split(' ').at(-1)
  for (const key of ['key-one', 'key-two']) {
    const headers = { authorization: `Bearer ${key}` }
    expect((await fetch(`${url}/v2/payments/X`, { headers })).status).toBe(422)
  }
})

it('repeats itself by seed and stands still by --clock manual', async () => {
  const child = start('--port', '0', '--seed', '1', '--clock', 'manual')
  const url = (await firstLine(child)).split(' ').at(-1)
  const clock = await (await fetch(`${url}/_emulator/clock`)).json()
  expect(clock).toEqual({ mode: 'manual', now: '2026-01-01T09:00:00.000Z' })
})

it.each([
  [['--webhook-url', 'http://shop.test/hook'], 'http://shop.test/hook'],
  [
    ['--webhook-url', 'http://a.test/', '--webhook-url', 'http://b.test/', '--merchant-key', 'two'],
    ['http://a.test/', 'http://b.test/'],
  ],
])('tells who is named by %j', async (args, url) => {
  const child = start('--port', '0', '--merchant-key', 'one', ...args)
  const origin = (await firstLine(child)).split(' ').at(-1)
  const settings = await (await fetch(`${origin}/_emulator/webhooks/settings`)).json()
  expect(settings).toMatchObject({ url })
})

it.each(['SIGINT', 'SIGTERM'] as const)(
  'closes cleanly on %s, open connections and all',
  async (signal) => {
    const child = start('--port', '0')
    const url = (await firstLine(child)).split(' ').at(-1)
    await (await fetch(`${url}/`)).text()
    child.kill(signal)
    expect(await once(child, 'close')).toEqual([0, null])
  },
)

it('says in one line that the port is in use', async () => {
  const { url } = await runEmulator()
  const port = new URL(url).port
  const { code, stdout, stderr } = await run('--port', port)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe(
    `scalapay-emulator: The emulator cannot start: port ${port} is in use: choose another, or 0 for a free one\n`,
  )
})

it.each([
  [['--prot', '1'], /Unknown option '--prot'; --help lists the options/],
  [['--port'], /'--port <value>' argument missing; --help lists/],
  [['--port', 'x'], /--port must be a whole number/],
  [['--seed', '1.5'], /--seed must be a whole number/],
  [['--clock', 'fast'], /--clock must be real or manual/],
  [['--webhook-url', 'localhost:3000'], /the webhook url must be an http or https address/],
  [['--merchant-key', 'sp_marker'], /looks live/],
  [['sp_marker'], /Every value needs an option before it/],
  [['--merchant-key', '-sp_marker'], /argument is ambiguous/],
])('refuses %j in one line without showing a key', async (args, message) => {
  const { code, stdout, stderr } = await run(...args)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(/^scalapay-emulator: [^\n]+\n$/)
  expect(stderr).toMatch(message)
  expect(stderr).not.toContain('marker')
})

it('prints its help and its version', async () => {
  const help = await run('--help')
  expect([help.code, help.stdout.split('\n')[0]]).toEqual([0, 'Usage: scalapay-emulator [options]'])
  const version = await run('--version')
  expect([version.code, version.stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\S*\n$/)])
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))

/** The shop as a process of its own, with nothing but these environment variables. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], { env: { ...env, NO_COLOR: '1' } })
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => {
    output.out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    output.err += chunk.toString()
  })
  const closed = once(child, 'close').then(([code]: unknown[]) => ({ code, ...output }))
  return { child, closed }
}

const USABLE = {
  SCALAPAY_API_KEY: 'qhtfs87hjnc12kkos',
  SCALAPAY_ENVIRONMENT: 'emulator',
  PORT: '0',
}

it('serves until it is told to stop, then exits 0', async () => {
  const { child, closed } = start(USABLE)
  const url = await new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const address = /Listening at (http:\S+)/.exec(chunk.toString())?.[1]
      if (address !== undefined) resolve(address)
    })
  })
  expect(await (await fetch(url)).text()).toContain('Jeans')
  child.kill('SIGTERM')
  expect(await closed).toMatchObject({ code: 0, err: '' })
})

it.each([
  ['nothing is set', {}, /^The shop cannot start:\n {2}- SCALAPAY_API_KEY: .*\n {2}- SCALAPAY_ENV/],
  ['the key is malformed', { ...USABLE, SCALAPAY_API_KEY: 'Bearer secret' }, /Bearer/],
  ['the environment and the URL differ', { ...USABLE, SCALAPAY_BASE_URL: 'ftp://x' }, /baseUrl/],
])('exits 1 and says what to do when %s', async (_what, env, message) => {
  const { code, err } = await start(env).closed
  expect(code).toBe(1)
  expect(err).toMatch(message)
  expect(err).not.toContain('secret')
})

import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it, onTestFinished } from 'vitest'

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url))
const run = promisify(execFile)

const usable = {
  SCALAPAY_API_KEY: 'qhtfs87hjnc12kkos',
  SCALAPAY_ENVIRONMENT: 'emulator',
  PORT: '0',
  NO_COLOR: '1',
}

it('serves until it is told to stop, then exits 0', async () => {
  const shop = spawn(process.execPath, [MAIN], { env: usable })
  onTestFinished(() => void shop.kill('SIGKILL'))
  const exit = once(shop, 'exit')
  for await (const line of createInterface(shop.stdout)) {
    const url = /Listening at (http:\S+)/.exec(line)?.[1]
    if (url === undefined) continue
    expect(await (await fetch(url)).text()).toContain('Jeans')
    shop.kill('SIGTERM')
  }
  expect(await exit).toEqual([0, null])
})

it.each([
  ['nothing is set', {}, /^The shop cannot start:\n {2}- SCALAPAY_API_KEY: .*\n {2}- SCALAPAY_ENV/],
  ['the key is malformed', { ...usable, SCALAPAY_API_KEY: 'Bearer secret' }, /Bearer/],
  ['the environment and the URL differ', { ...usable, SCALAPAY_BASE_URL: 'ftp://x' }, /baseUrl/],
])('exits 1 and says what to do when %s', async (_what, env, message) => {
  const ended: unknown = await run(process.execPath, [MAIN], { env }).catch((error) => error)
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(message) })
  expect(ended).toMatchObject({ stderr: expect.not.stringContaining('secret') })
})

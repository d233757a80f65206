import { once } from 'node:events'
import { expect, it } from 'vitest'
import { runToEnd, startBuilt } from '../support/built-server.js'

const KEY = 'marker-key-0001'
const SANDBOX = { NUXT_SCALAPAY_ENVIRONMENT: 'sandbox' }

it.each([
  ['nothing', {}, ['NUXT_SCALAPAY_API_KEY', 'NUXT_SCALAPAY_ENVIRONMENT']],
  ['no key', SANDBOX, ['NUXT_SCALAPAY_API_KEY']],
  ['no environment', { NUXT_SCALAPAY_API_KEY: KEY }, ['NUXT_SCALAPAY_ENVIRONMENT']],
  [
    'a key that Nuxt takes for a number',
    { ...SANDBOX, NUXT_SCALAPAY_API_KEY: '12345' },
    ['NUXT_SCALAPAY_API_KEY', 'read it as a number'],
  ],
  ...['soon', '0', '2147483648'].map((time): [string, Record<string, string>, string[]] => [
    `webhooks that are answered after ${time} milliseconds`,
    {
      ...SANDBOX,
      NUXT_SCALAPAY_API_KEY: KEY,
      NUXT_SCALAPAY_WEBHOOKS_ACKNOWLEDGE_AFTER_MS: time,
    },
    ['NUXT_SCALAPAY_WEBHOOKS_ACKNOWLEDGE_AFTER_MS', 'from 1 to 2147483647'],
  ]),
  [
    'no time for a request',
    { ...SANDBOX, NUXT_SCALAPAY_API_KEY: KEY, NUXT_SCALAPAY_TIMEOUT_MS: '0' },
    ['NUXT_SCALAPAY_TIMEOUT_MS', 'from 1 to 2147483647'],
  ],
  [
    'plain http to another machine',
    { ...SANDBOX, NUXT_SCALAPAY_API_KEY: KEY, NUXT_SCALAPAY_BASE_URL: 'http://example.com' },
    ['baseUrl', 'https'],
  ],
  [
    'a device key alone, while the webhook route is on',
    { ...SANDBOX, NUXT_SCALAPAY_DEVICE_API_KEY: KEY },
    ['NUXT_SCALAPAY_API_KEY', 'webhooks cannot be verified'],
  ],
])(
  'refuses to start in production with %s, and names the variable (S55)',
  async (_what, env, named) => {
    const { code, printed } = await runToEnd(env)
    expect(code).toBe(1)
    for (const text of named) expect(printed).toContain(text)
    expect(printed).not.toContain(KEY)
  },
)

it('starts with a key and an environment, and ends with SIGTERM', async () => {
  const server = await startBuilt({ ...SANDBOX, NUXT_SCALAPAY_API_KEY: KEY })
  const { baseUrl } = await (await fetch(`${server.url}/settings`)).json()
  expect(baseUrl).toBe('https://integration.api.scalapay.com')
  const ended = once(server.process, 'exit')
  server.process.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

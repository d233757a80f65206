// @ts-check
/** What Node loads of itself for the client, which is most of the time that it takes to start. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const core = fileURLToPath(new URL('../../packages/core', import.meta.url))
const CLIENT =
  "import { Scalapay } from '@scalapay-kit/core'\nexport const get = (options) => new Scalapay(options)"

const MAKE = `${CLIENT}\nget({ apiKey: 'k', environment: 'sandbox' })`

/**
 * @param {string} source a module that uses the built package by its name
 * @returns {string[]} what Node had loaded of itself when it had run
 */
function loadedBy(source) {
  const script = `${source}\nprocess.stdout.write(JSON.stringify(process.moduleLoadList))`
  const flags = ['--input-type=module', '--eval', script]
  return JSON.parse(execFileSync(process.execPath, flags, { cwd: core, encoding: 'utf8' }))
}

describe('what Node loads', () => {
  it.each([
    ['importing the client', CLIENT],
    ['making a client', MAKE],
    [
      'a first call',
      `${CLIENT}\nconst baseUrl = 'http://127.0.0.1:1'\nconst retry = false
await get({ apiKey: 'k', environment: 'sandbox', baseUrl, retry }).orders.get('T1').catch(() => 0)`,
    ],
    ['importing the webhooks', "import '@scalapay-kit/core/webhooks'"],
  ])(
    "for %s does not include Node's fetch, which takes longer than all the rest",
    (_what, source) => {
      expect(loadedBy(source).filter((name) => /undici/.test(name))).toEqual([])
    },
  )

  it("for the raw client includes Node's fetch: the check above can see it", () => {
    const loaded = loadedBy(`${CLIENT}\nget({ apiKey: 'k', environment: 'sandbox' }).raw`)
    expect(loaded.filter((name) => /undici/.test(name))).not.toEqual([])
  })

  const VERIFY = `import { signWebhook, verifyWebhook } from '@scalapay-kit/core/webhooks'
const content = { rawBody: '{}', apiKey: 'k', timestamp: Date.now() }
await verifyWebhook({ rawBody: '{}', headers: await signWebhook(content) }, { apiKeys: 'k' }).catch(() => 0)`

  it.each([
    ['importing the client', CLIENT, []],
    ['making a client', MAKE, ['crypto', 'https', 'tls']],
    ['importing the webhooks', "import '@scalapay-kit/core/webhooks'", []],
    ['verifying a webhook', VERIFY, ['crypto']],
  ])('for %s is what that needs and no more', (_what, source, expected) => {
    const loaded = loadedBy(source)
    const builtIn = ['crypto', 'http', 'https', 'tls']
    expect(builtIn.filter((name) => loaded.includes(`NativeModule ${name}`))).toEqual(expected)
  })
})

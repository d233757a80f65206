// @ts-check
/** What Node loads of itself for the client, which is most of the time that it takes to start. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const core = fileURLToPath(new URL('../../packages/core', import.meta.url))
const CLIENT =
  "import { Scalapay } from '@scalapay-kit/core'\nexport const get = (options) => new Scalapay(options)"

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
    ['making a client', `${CLIENT}\nget({ apiKey: 'k', environment: 'sandbox' })`],
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

  it('for webhooks is its module of hashes, and nothing of HTTP', () => {
    const builtIn = /^NativeModule (?:https?|tls|crypto)$/
    const loaded = loadedBy("import '@scalapay-kit/core/webhooks'")
    expect(loaded.filter((name) => builtIn.test(name))).toEqual(['NativeModule crypto'])
  })
})

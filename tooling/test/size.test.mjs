// @ts-check
/** What a user's bundle pays for the client, and what Node loads for it. Sizes do not vary from run to run, so they are tests. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, describe, expect, it } from 'vitest'

const core = fileURLToPath(new URL('../../packages/core', import.meta.url))
const results = path.join(core, 'test-results')
mkdirSync(results, { recursive: true })
// Inside the package, so that it can be imported by its name.
const folder = mkdtempSync(path.join(results, 'size-'))
afterAll(() => rmSync(folder, { recursive: true }))

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

/**
 * @param {string} source a module that uses the built package by its name
 * @returns {Promise<number>} bytes of its bundle for Node, minified and compressed
 */
async function bundledSize(source) {
  const entry = path.join(folder, 'entry.mjs')
  writeFileSync(entry, source)
  const output = await build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    resolve: { conditions: ['node', 'import'] },
    ssr: { noExternal: true, resolve: { conditions: ['node', 'import'] } },
    build: { ssr: entry, write: false, minify: true, target: 'es2022' },
  })
  const [result] = [output].flat()
  if (result === undefined || !('output' in result)) throw new Error('Nothing was bundled.')
  const code = result.output.map((part) => ('code' in part ? part.code : '')).join('')
  return gzipSync(code, { level: 9 }).length
}

describe('a bundle, minified and compressed', () => {
  // A third of these bytes is the text of errors and hints. The budgets are what there is now and a little room: raise one
  // only for something that a user would pay for.
  it.each([
    ['the client for one call', 26_000, CLIENT],
    ['verifying webhooks', 4_900, "export { verifyWebhook } from '@scalapay-kit/core/webhooks'"],
    [
      'receiving webhooks',
      7_000,
      "export { createWebhookReceiver } from '@scalapay-kit/core/webhooks'",
    ],
  ])('of %s is at most %i bytes', async (_what, most, source) => {
    expect(await bundledSize(source)).toBeLessThanOrEqual(most)
  })
})

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

import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleWorker } from '../src/bundle.js'
import { type Installation, install } from '../src/installation.js'
import { cases, type Results } from '../src/run.mjs'
import { runtimes } from '../src/runtimes.js'
import { closedUrl, startStranger } from '../src/stranger.js'

/** Longer than `run` itself waits, which says what was wrong. */
const LONGEST_RUN_MS = 120_000
// A runtime that is not installed is skipped on a developer's machine, and a failure in CI.
const required = Boolean(process.env.CI)

let user: Installation
beforeAll(async () => {
  user = await install()
})
afterAll(() => user[Symbol.asyncDispose]())

describe.for(runtimes)('on $name', ({ name, binary, refused, run }) => {
  it('is installed', ({ skip }) => {
    if (binary === undefined && !required) skip(`${name} is not installed: its cases do not run.`)
    expect(binary).toBeDefined()
  })

  describe.runIf(binary !== undefined)('the client and the webhooks', () => {
    let emulator: Emulator
    let stranger: Awaited<ReturnType<typeof startStranger>>
    let results: Results = {}

    beforeAll(async () => {
      emulator = await startEmulator({ seed: 1 })
      stranger = await startStranger()
      results = await run(binary ?? '', user.folder, {
        emulatorUrl: emulator.url,
        merchantKey: emulator.merchantKey,
        deviceKey: emulator.deviceKey,
        strangerUrl: stranger.url,
        closedUrl: await closedUrl(),
        refused,
      })
    }, LONGEST_RUN_MS)
    afterAll(async () => {
      stranger?.close()
      await emulator?.close()
    })

    it.each(Object.keys(cases))('%s', (title) => {
      expect(results[title]).toBe('')
    })
  })
})

it('reaches nothing of Node when it is bundled for workers (S57)', async () => {
  const code = await bundleWorker(user.folder)
  expect(code).toContain('scalapay-kit.error')
  // What is imported or required; messages may name a module, and a runtime may be asked whether it has one.
  expect(
    code.match(
      /(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'](?:node:|https?\b|tls\b|net\b|crypto\b)/g,
    ),
  ).toBeNull()
})

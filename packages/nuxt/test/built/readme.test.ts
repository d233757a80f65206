import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { fixture, tsc } from '../support/fixtures.js'

const run = promisify(execFile)
const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const blocks = [...readme.matchAll(/^```(?:ts|vue)\n([\s\S]*?)^```$/gm)].map(
  ([, code = '']) => code,
)

it.each([
  ['server/api/checkout.post.ts'],
  ['server/plugins/scalapay.ts'],
  ['server/routes/hooks.post.ts'],
  ['server/routes/back.get.ts'],
])('the README shows %s as the tests run it', (file) => {
  const shown = blocks.find((code) => code.startsWith(`// ${file}\n`))
  expect(shown).toBe(readFileSync(`${fixture('shop')}/${file}`, 'utf8'))
})

it('the example ends before line 40', () => {
  const end = readme.indexOf('```', readme.indexOf('// server/plugins/scalapay.ts'))
  expect(readme.slice(0, end).split('\n').length).toBeLessThan(40)
})

it('what the module adds to Nuxt and Nitro has types', { timeout: 120_000 }, async () => {
  const project = `${fixture('shop')}/.nuxt/tsconfig.server.json`
  const result = await run(process.execPath, [tsc, '--noEmit', '--project', project]).catch(
    (error: { stdout: string }) => error,
  )
  expect(result.stdout).toBe('')
})

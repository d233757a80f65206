// @ts-check
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root, temporaryTree } from './temporary.mjs'

const run = promisify(execFile)
const readme = readFileSync(path.join(root, 'README.md'), 'utf8')
const example = /^```ts\n(?<code>[\s\S]+?)^```$/m.exec(readme)

describe("the README's example", () => {
  /** A folder in which the packages are installed as a user has them: by name, built. */
  let user = { folder: '', remove: () => {} }

  beforeAll(() => {
    const code = example?.groups?.code ?? ''
    user = temporaryTree({
      'package.json': '{ "type": "module" }',
      'example.mjs': code,
      'example.mts': code,
      'tsconfig.json': JSON.stringify({
        extends: path.join(root, 'tsconfig.base.json'),
        compilerOptions: { types: ['node'], typeRoots: [path.join(root, 'node_modules/@types')] },
        include: ['example.mts'],
      }),
    })
    const scope = path.join(user.folder, 'node_modules/@scalapay-kit')
    mkdirSync(scope, { recursive: true })
    for (const name of ['core', 'emulator']) {
      symlinkSync(path.join(root, 'packages', name), path.join(scope, name), 'junction')
    }
  })
  afterAll(() => user.remove())

  it('ends before line 40, after what it is, that it is unofficial, and the two commands', () => {
    const before = readme.slice(0, example?.index)
    expect(before).toMatch(/\*\*Unofficial/)
    expect(before).toMatch(/^npm run demo/m)
    expect(before).toMatch(/^npm test/m)
    const end = (example?.index ?? Number.NaN) + (example?.[0].length ?? Number.NaN)
    expect(readme.slice(0, end).split('\n').length).toBeLessThan(40)
  })

  it('runs as it stands, and moves exactly the money that it says', async () => {
    const { stdout } = await run(process.execPath, ['example.mjs'], { cwd: user.folder })
    expect(stdout).toMatch(/^Send the shopper to http:\/\/127\.0\.0\.1:\d+\/checkout\/\w+$/m)
    expect(stdout).toMatch(/^captured \[/m)
    const movements = [...stdout.matchAll(/kind: '(\w+)'|amountInCents: (\d+)/g)]
    expect(movements.map(([, kind, cents]) => kind ?? cents)).toEqual([
      'capture',
      '4990',
      'refund',
      '990',
    ])
  })

  it('is correct TypeScript under the strictest settings', async () => {
    const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
    const result = await run(process.execPath, [tsc, '--project', user.folder]).catch(
      (error) => error,
    )
    expect(result.stdout).toBe('')
  })
})

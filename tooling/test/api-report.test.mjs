// @ts-check
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root, temporaryTree } from './temporary.mjs'

const exec = promisify(execFile)

describe('the API report', { timeout: 60_000 }, () => {
  /** @type {ReturnType<typeof temporaryTree>} */
  let tree
  const inTree = (/** @type {string} */ file) => path.join(tree.folder, file)
  const report = 'packages/lamp/api/index.api.md'

  beforeEach(() => {
    tree = temporaryTree({
      'packages/lamp/package.json': JSON.stringify({
        name: '@shop/lamp',
        version: '1.0.0',
        exports: { '.': { import: { types: './dist/index.d.ts', default: './dist/index.js' } } },
      }),
      'packages/lamp/dist/index.d.ts': '/** Lights. */\nexport declare function light(): void\n',
    })
  })
  afterEach(() => tree.remove())

  /** @param {...string} args */
  async function run(...args) {
    const script = path.join(root, 'tooling/api-report/run.mjs')
    const command = [script, '--root', tree.folder, ...args]
    return exec(process.execPath, command).then(
      ({ stdout }) => ({ code: 0, stdout, stderr: '' }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }),
    )
  }
  const announce = () => {
    mkdirSync(inTree('.changeset'))
    writeFileSync(inTree('.changeset/lamp.md'), "---\n'@shop/lamp': minor\n---\n\nLights.\n")
  }

  it('is written for a package that a changeset names', async () => {
    announce()
    expect(await run('--write')).toEqual({ code: 0, stdout: `wrote ${report}\n`, stderr: '' })
    expect(readFileSync(inTree(report), 'utf8')).toContain('export function light()')
  })

  it.each([
    ['by runtime', { types: './dist/index.d.ts', default: './dist/index.js' }, 0],
    ['without types', { default: './dist/index.js' }, 1],
  ])('reads an entry whose conditions choose %s', async (_what, imported, expected) => {
    announce()
    const exports = { '.': { workerd: './dist/web.js', node: { import: imported } } }
    const manifest = { name: '@shop/lamp', version: '1.0.0', exports }
    writeFileSync(inTree('packages/lamp/package.json'), JSON.stringify(manifest))
    const { code, stderr } = await run('--write')
    expect(code).toBe(expected)
    expect(existsSync(inTree(report))).toBe(expected === 0)
    expect(stderr.includes('"exports" has no types for . on Node.')).toBe(expected === 1)
  })

  it('is not written for a package that no changeset names', async () => {
    const { code, stderr } = await run('--write')
    expect(code).toBe(1)
    expect(stderr).toContain(`✗ ${report} has changed and no changeset names @shop/lamp.`)
    expect(existsSync(inTree(report))).toBe(false)
  })

  it.each([
    ['a name is gone', ''],
    ['a type is another', 'export declare function light(lumen: number): void'],
    ['a name is new', 'export declare function light(): void\nexport declare const dark: boolean'],
  ])('fails when %s', async (_what, declarations) => {
    announce()
    await run('--write')
    writeFileSync(inTree('packages/lamp/dist/index.d.ts'), `${declarations}\nexport {}\n`)
    const { code, stderr } = await run()
    expect(code).toBe(1)
    expect(stderr).toContain(`✗ ${report} is not what @shop/lamp publishes now.`)
    expect(stderr).toContain('pnpm changeset')
  })

  it('passes when nothing has changed', async () => {
    announce()
    await run('--write')
    expect(await run()).toEqual({ code: 0, stdout: '', stderr: '' })
  })
})

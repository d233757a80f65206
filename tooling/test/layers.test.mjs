// @ts-check
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { good, lines, manifest, violations } from './layers.fixture.mjs'
import { root, temporaryTree } from './temporary.mjs'

/** @param {Readonly<Record<string, string>>} files */
function check(files) {
  const { folder, remove } = temporaryTree(files)
  const script = path.join(root, 'tooling/layers/check.mjs')
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    cwd: folder,
    encoding: 'utf8',
  })
  remove()
  return { status, stdout, stderr }
}

describe('the layer check', () => {
  it('passes a workspace that keeps every rule', () => {
    const full = { 'packages/fastify/test/full.test.ts': lines(250) }
    expect(check({ ...good, ...full })).toEqual({
      status: 0,
      stdout: 'Layers hold in 25 files.\n',
      stderr: '',
    })
  })

  it('exits 1 for a single violation', () => {
    const { status, stderr } = check({ ...good, 'packages/fastify/src/long.ts': lines(251) })
    expect(stderr.match(/^✗ .*/gm)).toEqual(['✗ packages/fastify/src/long.ts'])
    expect(status).toBe(1)
  })

  describe('says what to do when someone', () => {
    let stderr = ''
    beforeAll(() => {
      // All at once: each message names its file, and a start of the check takes a second.
      const bad = violations.map(({ file, text, with: others }) => ({ [file]: text, ...others }))
      stderr = check(Object.assign({}, good, ...bad)).stderr
    })

    it.each(violations.map(({ rule, says }) => [rule, says]))('%s', (_, says) => {
      expect(stderr).toContain(`✗ ${says}`)
    })
  })

  it('names every file of a circle', () => {
    const { stderr } = check({
      'packages/core/package.json': manifest('@scalapay-kit/core'),
      'packages/core/src/retry/a.ts': "import './b.js'",
      'packages/core/src/retry/b.ts': "import './c.js'",
      'packages/core/src/retry/c.ts': "import './a.js'",
    })
    const circle = ['a', 'b', 'c', 'a'].map((name) => `packages/core/src/retry/${name}.ts`)
    expect(stderr).toContain(`✗ ${circle.join(' → ')}\n  no-cycle: These files import each other`)
  })
})

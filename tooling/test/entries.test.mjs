// @ts-check
/** The adapters' built entries, which are files of their own and must still be one package. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './temporary.mjs'

/** @param {string} file below packages/ */
function filesBeside(file) {
  const code = readFileSync(path.join(root, 'packages', file), 'utf8')
  return code.match(/(?<=\b(?:from |import |import\(|require\())["']\.[^"']*/g) ?? []
}

describe('the built entry of an adapter', () => {
  it.each([
    'fastify/dist/index.js',
    'fastify/dist/index.cjs',
    'nestjs/dist/index.js',
    'nestjs/dist/index.cjs',
  ])(
    '%s loads no other file of its package, since each takes a start over a millisecond',
    (file) => {
      expect(filesBeside(file)).toEqual([])
    },
  )

  it.each(['core/dist/index.js', 'core/dist/index.cjs'])(
    "%s loads what core's entries share: the check above can see it",
    (file) => {
      expect(filesBeside(file)).toEqual([expect.stringContaining('./shared-')])
    },
  )

  it.each([
    ['import', 'import(name)'],
    ['require', 'require(name)'],
  ])('has the module that the testing module stands in for (%s)', (_way, load) => {
    const script = `const load = async (name) => ${load}
Promise.all(['@scalapay-kit/nestjs', '@scalapay-kit/nestjs/testing'].map(load)).then(([index, testing]) => {
  const { imports } = testing.ScalapayTestingModule.forRoot()
  process.stdout.write(JSON.stringify(imports.map(({ module }) => module === index.ScalapayModule)))
})`
    const cwd = path.join(root, 'packages/nestjs')
    const printed = execFileSync(process.execPath, ['--eval', script], { cwd, encoding: 'utf8' })
    expect(JSON.parse(printed)).toEqual([false, true])
  })
})

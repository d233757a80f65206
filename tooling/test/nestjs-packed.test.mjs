// @ts-check
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked } from './install-packed.mjs'
import { root, temporaryTree } from './temporary.mjs'

const run = promisify(execFile)
const nestjs = path.join(root, 'packages/nestjs')
const source = readFileSync(path.join(root, 'tooling/test/nestjs-app/main.ts.txt'), 'utf8')

/** Where each version of Nest is installed. */
const versions = /** @type {const} */ ({
  10: path.join(nestjs, 'versions/nest-10/node_modules'),
  11: path.join(nestjs, 'versions/nest-11/node_modules'),
  12: path.join(nestjs, 'node_modules'),
})

/** The compiler reads all types of Nest; milliseconds on a busy machine. */
const COMPILES = 90_000

/** The other account's key is refused, and each account's own handler gets its events. */
const ANSWER = { statuses: [401, 200, 200], seen: ['authorized captured', 'french authorized'] }

const RESULT = {
  // Without the raw body, on Express and on Fastify.
  refusals: [true, true],
  answers: [ANSWER, ANSWER],
  ledger: [
    ['capture', 1000],
    ['capture', 1000],
  ],
}

describe('a Nest application outside the workspace, with the packed packages', () => {
  /** @type {ReturnType<typeof temporaryTree>} */
  let user

  beforeAll(async () => {
    user = temporaryTree({ 'main.cts': source })
    for (const name of ['core', 'emulator', 'nestjs']) await installPacked(user.folder, name)
    for (const version of [10, 11]) {
      const modules = path.join(user.folder, `nest-${version}/node_modules`)
      cpSync(path.join(user.folder, 'node_modules'), modules, {
        recursive: true,
        verbatimSymlinks: true,
      })
    }
    linkNest(user.folder, versions[12])
    for (const version of /** @type {const} */ ([10, 11])) {
      linkNest(path.join(user.folder, `nest-${version}`), versions[version])
    }
  })
  afterAll(() => user.remove())

  /**
   * @param {string} folder
   * @param {string} file
   */
  async function output(folder, file) {
    const { stdout } = await run(process.execPath, [file], { cwd: path.join(user.folder, folder) })
    return JSON.parse(stdout)
  }

  it(
    'takes orders on Nest 10 and 11, in CommonJS built with tsc as `nest new` sets it up',
    async () => {
      const folder = path.join(user.folder, 'nest-10')
      writeFileSync(path.join(folder, 'main.ts'), source)
      await compile(folder, ['main.ts', '--module', 'commonjs', '--moduleResolution', 'node10'])
      cpSync(path.join(folder, 'main.js'), path.join(user.folder, 'nest-11/main.js'))
      const outputs = ['nest-10', 'nest-11'].map((user) => output(user, 'main.js'))
      expect(await Promise.all(outputs)).toEqual([RESULT, RESULT])
    },
    COMPILES,
  )

  it(
    'takes orders on Nest 12, which is ESM, in CommonJS built with tsc',
    async () => {
      await compile(user.folder, ['main.cts', '--module', 'nodenext'])
      expect(await output('.', 'main.cjs')).toEqual(RESULT)
    },
    COMPILES,
  )

  it.each([
    ['commonjs', '11', 'nest-11/swc.cjs'],
    ['es6', '12', 'swc.mjs'],
  ])('takes orders when SWC has built it as %s, on Nest %s', async (type, _, file) => {
    const { transformSync } = createRequire(path.join(nestjs, 'package.json'))('@swc/core')
    const { code } = transformSync(source, {
      module: { type },
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true },
      },
    })
    writeFileSync(path.join(user.folder, file), code)
    expect(await output(path.dirname(file), path.basename(file))).toEqual(RESULT)
  })
})

/**
 * Puts a version of Nest in place of what is linked there. Terminus is left out where the application has none.
 *
 * @param {string} folder
 * @param {string} modules
 */
function linkNest(folder, modules) {
  rmSync(path.join(folder, 'node_modules/@nestjs'), { recursive: true })
  mkdirSync(path.join(folder, 'node_modules/@nestjs'))
  const packages = ['common', 'core', 'platform-express', 'platform-fastify']
  for (const name of [...packages.map((short) => `@nestjs/${short}`), 'reflect-metadata', 'rxjs']) {
    const link = path.join(folder, 'node_modules', name)
    rmSync(link, { force: true })
    symlinkSync(path.join(modules, name), link, 'junction')
  }
}

/**
 * @param {string} cwd
 * @param {readonly string[]} args
 */
async function compile(cwd, args) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc')
  const settings = ['--strict', '--skipLibCheck', '--target', 'es2022', '--esModuleInterop']
  const decorators = ['--experimentalDecorators', '--emitDecoratorMetadata']
  const types = ['--types', 'node', '--typeRoots', path.join(root, 'node_modules/@types')]
  await run(process.execPath, [tsc, ...args, ...settings, ...decorators, ...types], { cwd })
}

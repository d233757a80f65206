// @ts-check
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { nodeVersionProblem, OLDEST_NODE } from '../bootstrap/node-version.cjs'
import { handWrittenFiles, workspaceFolders } from '../files.mjs'
import { root, temporaryTree } from './temporary.mjs'

const bootstrap = path.join(root, 'tooling/bootstrap.cjs')

/** @param {string} file */
const read = (file) => readFileSync(path.join(root, file), 'utf8')

describe('the Node version', () => {
  it.each(['20.19.0', '20.19.1', '20.20.2', '22.0.0', '24.1.0', '100.0.0'])(
    '%s is accepted',
    (version) => {
      expect(nodeVersionProblem(version)).toBeUndefined()
    },
  )

  it.each(['0.12.18', '4.9.1', '12.22.12', '18.20.8', '19.9.0', '20.9.0', '20.18.3'])(
    '%s is refused',
    (version) => {
      expect(nodeVersionProblem(version)).toBe(
        `scalapay-kit needs Node 20.19.0 or later, but this is Node ${version}. Install a newer one from https://nodejs.org and run the command again.`,
      )
    },
  )

  it.each(['demo', 'test'])(
    'that is too old ends `npm run %s` with one line and exit code 1',
    (command) => {
      const { folder, remove } = temporaryTree({
        'old-node.cjs': "Object.defineProperty(process.versions, 'node', { value: '18.20.8' })",
      })
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--require', path.join(folder, 'old-node.cjs'), bootstrap, command],
        { encoding: 'utf8' },
      )
      remove()
      expect({ status, stdout, stderr }).toEqual({
        status: 1,
        stdout: '',
        stderr: `${nodeVersionProblem('18.20.8')}\n`,
      })
    },
  )

  it.each(['tooling/bootstrap.cjs', 'tooling/bootstrap/node-version.cjs'])(
    '%s is read by old ones: its syntax is that of 2015',
    (file) => {
      const text = read(file)
      const compile = (/** @type {ts.ScriptTarget} */ target) =>
        ts.transpileModule(text, { compilerOptions: { target, module: ts.ModuleKind.ESNext } })
          .outputText
      expect(compile(ts.ScriptTarget.ES2015)).toBe(compile(ts.ScriptTarget.ESNext))
      expect(text).not.toContain("'node:")
    },
  )

  it('is the same in every package.json', () => {
    const engines = ['.', ...workspaceFolders(root)]
      .map((folder) => JSON.parse(read(`${folder}/package.json`)).engines)
      .filter((entry) => entry !== undefined)
    expect(new Set(engines.map((entry) => entry.node))).toEqual(new Set([`>=${OLDEST_NODE}`]))
  })
})

describe('the pnpm version', () => {
  it('is written once, in package.json', () => {
    const { packageManager } = JSON.parse(read('package.json'))
    const written = ['tooling', '.ci', 'docs', ...workspaceFolders(root)]
      .flatMap((folder) => handWrittenFiles(root, folder))
      .concat('package.json', 'README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'turbo.json')
      .flatMap((file) => read(file).match(/pnpm@\d+\.\d+\.\d+/g) ?? [])
    expect(written).toEqual([packageManager])
  })
})

describe('a command', () => {
  it('that does not exist is refused with the names of those that do', () => {
    const { status, stderr } = spawnSync(process.execPath, [bootstrap, 'deploy'], {
      encoding: 'utf8',
    })
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: 'There is no command "deploy". Use: demo, test.\n',
    })
  })
})

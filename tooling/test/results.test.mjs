// @ts-check
import { describe, expect, it } from 'vitest'
import { collectResults } from '../results/collect.mjs'
import { summarise } from '../results/summary.mjs'
import { failedTasks } from '../results/turbo-summary.mjs'
import { temporaryTree } from './temporary.mjs'

/**
 * @param {string} folder
 * @param {Partial<import('../results/collect.mjs').PackageResult>} [result]
 */
const packageResult = (folder, result) => ({
  folder,
  reported: true,
  passed: 3,
  failed: 0,
  skipped: 0,
  ...result,
})

const core = packageResult('packages/core')
const lint = { id: '//#lint', name: 'lint', folder: '' }
const coreTest = { id: '@scalapay-kit/core#test', name: 'test', folder: 'packages/core' }

describe('the last line', () => {
  it.each([
    [
      'everything is good',
      { packages: [core, packageResult('apps/demo')] },
      '6 passed, 0 failed',
      true,
    ],
    [
      'a test is skipped',
      { packages: [packageResult('a', { skipped: 2 })] },
      '3 passed, 0 failed, 2 skipped',
      true,
    ],
    [
      'a test fails',
      { packages: [packageResult('a', { failed: 2 })] },
      '3 passed, 2 failed',
      false,
    ],
    [
      "a test fails, and with it the package's task",
      { packages: [packageResult('packages/core', { failed: 2 })], failedTasks: [coreTest] },
      '3 passed, 2 failed',
      false,
    ],
    ['only a check fails', { packages: [core], failedTasks: [lint] }, '3 passed, 1 failed', false],
    [
      'the tests of a package end badly after all have passed',
      { packages: [core], failedTasks: [coreTest] },
      '3 passed, 1 failed',
      false,
    ],
    [
      'a package wrote no result',
      { packages: [core, packageResult('b', { reported: false, passed: 0 })] },
      '3 passed, 1 failed',
      false,
    ],
    ['no test ran', { packages: [] }, '0 passed, 1 failed', false],
    [
      'turbo itself fails',
      { packages: [core], turboSucceeded: false },
      '3 passed, 1 failed',
      false,
    ],
  ])('when %s', (_, run, line, ok) => {
    const result = summarise({ failedTasks: [], turboSucceeded: true, ...run })
    expect({ line: result.line, ok: result.ok }).toEqual({ line, ok })
  })

  it('comes after one line for everything that went wrong', () => {
    const { problems } = summarise({
      packages: [core, packageResult('a', { failed: 2 }), packageResult('b', { reported: false })],
      failedTasks: [lint],
      turboSucceeded: false,
    })
    expect(problems).toEqual([
      'a: 2 failed',
      'b: has tests, but no result of them; its tests or its build did not run to the end',
      '//#lint failed',
    ])
  })
})

describe('the results of a workspace', () => {
  /** @param {Readonly<Record<string, string>>} files */
  function collect(files) {
    const { folder, remove } = temporaryTree(files)
    const results = collectResults(folder)
    remove()
    return results
  }

  /** @param {{ status: string, assertionResults: { status: string }[] }[]} testResults */
  const report = (testResults) => JSON.stringify({ testResults })

  it('counts what the tests of each package reported', () => {
    const tests = ['passed', 'passed', 'failed', 'skipped', 'todo'].map((status) => ({ status }))
    expect(
      collect({
        'packages/core/package.json': '{}',
        'packages/core/test/a.test.ts': '',
        'packages/core/test-results/results.json': report([
          { status: 'failed', assertionResults: tests },
        ]),
      }),
    ).toEqual([{ folder: 'packages/core', reported: true, passed: 2, failed: 1, skipped: 2 }])
  })

  it('counts a file that could not be loaded as a failure', () => {
    const [result] = collect({
      'apps/demo/package.json': '{}',
      'apps/demo/test/a.test.ts': '',
      'apps/demo/test-results/results.json': report([{ status: 'failed', assertionResults: [] }]),
    })
    expect(result).toMatchObject({ passed: 0, failed: 1 })
  })

  it.each([
    ['nothing', {}],
    ['half a file', { 'tooling/test-results/results.json': '{"testRes' }],
  ])('says so when tests left %s', (_, files) => {
    expect(collect({ 'tooling/test/a.test.mjs': '', ...files })).toEqual([
      { folder: 'tooling', reported: false, passed: 0, failed: 0, skipped: 0 },
    ])
  })

  it('expects nothing from a package without tests', () => {
    expect(
      collect({ 'packages/core/package.json': '{}', 'packages/core/test/help.ts': '' }),
    ).toEqual([])
  })
})

it("names turbo's failed tasks, and the folder of the repository's own tests", () => {
  const tasks = [
    { taskId: 'a#build', task: 'build', directory: 'packages/a', execution: { exitCode: 0 } },
    { taskId: 'b#test', task: 'test', directory: 'packages/b', execution: { exitCode: 1 } },
    { taskId: '//#test:repo', task: 'test:repo', directory: '', execution: { exitCode: null } },
    { taskId: 'c#test', task: 'test', directory: 'packages/c' },
  ]
  expect(failedTasks({ tasks })).toEqual([
    { id: 'b#test', name: 'test', folder: 'packages/b' },
    { id: '//#test:repo', name: 'test:repo', folder: 'tooling' },
  ])
})

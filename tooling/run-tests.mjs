// @ts-check
/**
 * What `npm test` runs: builds, checks and tests every package, then adds up what the tests reported.
 * The last line is the result, e.g. `412 passed, 0 failed`.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { collectResults, resultFile, testFolders } from './results/collect.mjs'
import { summarise } from './results/summary.mjs'
import { failedTasks, findTurboSummary } from './results/turbo-summary.mjs'

const root = path.resolve(import.meta.dirname, '..')

const TASKS = [
  'build',
  'lint',
  'layers',
  'deadcode',
  'drift',
  'links',
  'typecheck',
  'typecheck:repo',
  'package-check',
  'size',
  'api-report',
  'test',
  'test:repo',
]

// A result left by an earlier run must not count for a package whose tests do not run this time.
for (const folder of testFolders(root)) rmSync(resultFile(root, folder), { force: true })
rmSync(path.join(root, '.turbo', 'runs'), { recursive: true, force: true })

const turbo = [
  'pnpm exec turbo run',
  ...TASKS,
  '--continue=dependencies-successful',
  // As many tasks as there are processors: more of them only make tests with time limits wait for each other.
  '--concurrency=100%',
  '--summarize',
  '--ui=stream',
  '--log-order=grouped',
  '--output-logs=new-only',
  // In CI nothing may come from a cache, however it got there.
  ...(process.env.CI ? ['--force'] : []),
].join(' ')

const { status } = spawnSync(turbo, { cwd: root, shell: true, stdio: 'inherit' })

const summaryFile = findTurboSummary(root)
const { line, problems, ok } = summarise({
  packages: collectResults(root),
  failedTasks: summaryFile ? failedTasks(JSON.parse(readFileSync(summaryFile, 'utf8'))) : [],
  turboSucceeded: status === 0,
})

process.stdout.write('\n')
for (const problem of problems) process.stdout.write(`✗ ${problem}\n`)
process.stdout.write(`${line}\n`)
process.exitCode = ok ? 0 : 1

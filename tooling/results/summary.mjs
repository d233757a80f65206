// @ts-check
/** @import { PackageResult } from './collect.mjs' */
/** @import { FailedTask } from './turbo-summary.mjs' */

/**
 * Adds everything up. A failed check (lint, layers, types …) counts as one failure, and so does a package whose tests
 * left no result: the last line never says "0 failed" about a run that is not good.
 *
 * @param {{ packages: readonly PackageResult[], failedTasks: readonly FailedTask[], turboSucceeded: boolean }} run
 * @returns {{ ok: boolean, line: string, problems: string[] }}
 */
export function summarise({ packages, failedTasks, turboSucceeded }) {
  const silent = packages.filter((result) => !result.reported)
  const failing = packages.filter((result) => result.failed > 0)
  const explained = new Set([...silent, ...failing].map((result) => result.folder))
  const otherTasks = failedTasks.filter((task) => !(isTest(task) && explained.has(task.folder)))

  const problems = [
    ...failing.map(({ folder, failed }) => `${folder}: ${failed} failed`),
    ...silent.map(
      ({ folder }) =>
        `${folder}: has tests, but no result of them; its tests or its build did not run to the end`,
    ),
    ...otherTasks.map(({ id }) => `${id} failed`),
  ]
  const passed = sum(packages.map((result) => result.passed))
  if (passed === 0) problems.push('no test passed')
  if (!turboSucceeded && problems.length === 0)
    problems.push('turbo failed; see its messages above')

  const failedTests = sum(failing.map((result) => result.failed))
  const failed = failedTests + problems.length - failing.length
  const skipped = sum(packages.map((result) => result.skipped))
  const line = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
  return { ok: failed === 0, line, problems }
}

/** @param {FailedTask} task */
function isTest(task) {
  return task.name === 'test' || task.name === 'test:repo'
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0)
}

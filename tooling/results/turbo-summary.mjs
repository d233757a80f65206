// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/**
 * @typedef {object} FailedTask
 * @property {string} id e.g. "@scalapay-kit/core#build"
 * @property {string} name e.g. "build"
 * @property {string} folder of its package, relative to the root
 */

/**
 * @typedef {object} TurboSummary the part of turbo's run summary that counts
 * @property {{ taskId: string, task: string, directory: string, execution?: { exitCode: number | null } }[]} tasks
 */

/** The repository's own tests are a task of the root package, but live in this folder. */
const ROOT_TESTS = { task: 'test:repo', folder: 'tooling' }

/**
 * Where turbo wrote what happened; `undefined` when it did not get that far.
 *
 * @param {string} root
 */
export function findTurboSummary(root) {
  const folder = path.join(root, '.turbo', 'runs')
  if (!existsSync(folder)) return undefined
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return file === undefined ? undefined : path.join(folder, file)
}

/**
 * @param {TurboSummary} summary
 * @returns {FailedTask[]}
 */
export function failedTasks({ tasks }) {
  return tasks
    .filter(({ execution }) => execution !== undefined && execution.exitCode !== 0)
    .map(({ taskId, task, directory }) => ({
      id: taskId,
      name: task,
      folder: task === ROOT_TESTS.task ? ROOT_TESTS.folder : directory,
    }))
}

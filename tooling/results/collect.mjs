// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { handWrittenFiles, workspaceFolders } from '../files.mjs'

/**
 * What one package's tests reported.
 *
 * @typedef {object} PackageResult
 * @property {string} folder relative to the root
 * @property {boolean} reported false when there are test files but no readable result
 * @property {number} passed
 * @property {number} failed tests, and test files that could not be loaded
 * @property {number} skipped
 */

/**
 * @typedef {object} VitestReport the part of vitest's JSON report that counts
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults one per file
 */

/**
 * Folders that hold tests; `tooling` has the repository's own.
 *
 * @param {string} root
 */
export function testFolders(root) {
  return [...workspaceFolders(root), 'tooling'].filter((folder) =>
    handWrittenFiles(root, `${folder}/test`).some((file) => /\.test\.\w+$/.test(file)),
  )
}

/**
 * @param {string} root
 * @param {string} folder
 */
export function resultFile(root, folder) {
  return path.join(root, folder, 'test-results', 'results.json')
}

/**
 * @param {string} root
 * @returns {PackageResult[]}
 */
export function collectResults(root) {
  return testFolders(root).map((folder) => ({ folder, ...readResult(resultFile(root, folder)) }))
}

/**
 * @param {string} file
 * @returns {Omit<PackageResult, 'folder'>}
 */
function readResult(file) {
  const nothing = { reported: false, passed: 0, failed: 0, skipped: 0 }
  if (!existsSync(file)) return nothing
  try {
    return { reported: true, ...count(JSON.parse(readFileSync(file, 'utf8'))) }
  } catch {
    // Cut off in the middle of writing: the same as not written.
    return nothing
  }
}

/** @param {VitestReport} report */
function count({ testResults }) {
  const statuses = testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = statuses.filter((status) => status === 'passed').length
  const failed = statuses.filter((status) => status === 'failed').length
  const unloadable = testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  return { passed, failed: failed + unloadable, skipped: statuses.length - passed - failed }
}

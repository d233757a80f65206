// @ts-check
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Folders that hold nothing written by hand. */
const NOT_OURS = new Set([
  'node_modules',
  'dist',
  'generated',
  'coverage',
  'test-results',
  'screenshots',
  '.git',
  '.turbo',
  '.stryker-tmp',
  '.nuxt',
  '.output',
])

/**
 * Every hand-written file below a folder, as sorted paths relative to `root` with forward slashes.
 *
 * @param {string} root
 * @param {string} [folder] relative to root; all of it by default
 * @returns {string[]}
 */
export function handWrittenFiles(root, folder = '') {
  const absolute = path.join(root, folder)
  if (!existsSync(absolute)) return []
  return readdirSync(absolute, { withFileTypes: true })
    .flatMap((entry) => {
      const file = path.posix.join(folder, entry.name)
      if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : handWrittenFiles(root, file)
      return entry.isFile() ? [file] : []
    })
    .sort()
}

/**
 * The folders of the workspace's packages and apps, relative to `root`.
 *
 * @param {string} root
 * @returns {string[]}
 */
export function workspaceFolders(root) {
  return ['packages', 'apps']
    .filter((parent) => existsSync(path.join(root, parent)))
    .flatMap((parent) => readdirSync(path.join(root, parent)).map((name) => `${parent}/${name}`))
    .filter((folder) => existsSync(path.join(root, folder, 'package.json')))
    .sort()
}

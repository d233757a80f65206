// @ts-check

import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { handWrittenFiles } from '../files.mjs'
import { pageOf, REFERENCE_FOLDER } from './pages.mjs'

/**
 * The Markdown files of the repository: those that are pages of the site, and the others.
 *
 * @param {string} root
 * @returns {{ pages: string[], others: string[] }} relative to root
 */
export function siteDocuments(root) {
  const files = [
    ...handWrittenFiles(root).filter((file) => file.endsWith('.md')),
    ...referenceFiles(root),
  ]
  return {
    pages: files.filter((file) => pageOf(file) !== undefined),
    others: files.filter((file) => pageOf(file) === undefined),
  }
}

/** @param {string} root @returns {string[]} */
export function referenceFiles(root) {
  const folder = path.join(root, REFERENCE_FOLDER)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${REFERENCE_FOLDER}/${name.replaceAll(path.sep, '/')}`)
    .sort()
}

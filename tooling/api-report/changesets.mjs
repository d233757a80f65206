// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * The packages that a pending changeset names.
 *
 * @param {string} root
 * @returns {Set<string>}
 */
export function packagesWithChangeset(root) {
  const folder = path.join(root, '.changeset')
  if (!existsSync(folder)) return new Set()
  return new Set(
    readdirSync(folder)
      .filter((file) => file.endsWith('.md') && file !== 'README.md')
      .flatMap((file) => namesIn(readFileSync(path.join(folder, file), 'utf8'))),
  )
}

/** @param {string} changeset */
function namesIn(changeset) {
  const [, head = ''] = /^---\n([\s\S]*?)\n---/.exec(changeset) ?? []
  return [...head.matchAll(/^['"]?([^'":\s]+)['"]?\s*:/gm)].map(([, name = '']) => name)
}

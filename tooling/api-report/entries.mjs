// @ts-check
import path from 'node:path'
import { publishedPackages } from '../published.mjs'

/**
 * @typedef {object} Entry
 * @property {string} packageName
 * @property {string} folder of the package, relative to the root
 * @property {string} types the built declarations, relative to the folder
 * @property {string} report relative to the root
 */

/**
 * Every entry point that a package publishes with types.
 *
 * @param {string} root
 * @returns {Entry[]}
 */
export function publishedEntries(root) {
  return publishedPackages(root).flatMap(({ folder, name, manifest }) =>
    Object.entries(manifest.exports ?? {}).flatMap(([key, target]) => {
      const types = typesOf(target)
      if (types === undefined) {
        if (typeof target === 'string') return []
        throw new Error(`${name}: "exports" has no types for ${key} on Node.`)
      }
      const report = `${key === '.' ? 'index' : key.slice(2).replaceAll('/', '-')}.api.md`
      return [{ packageName: name, folder, types, report: path.posix.join(folder, 'api', report) }]
    }),
  )
}

/**
 * @param {unknown} target of an entry in `exports`
 * @returns {string | undefined}
 */
function typesOf(target) {
  if (typeof target !== 'object' || target === null) return undefined
  const conditions = /** @type {Record<string, unknown>} */ (target)
  const { types } = conditions
  return typeof types === 'string' ? types : typesOf(conditions.node ?? conditions.import)
}

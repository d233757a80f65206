// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { workspaceFolders } from './files.mjs'

/**
 * @typedef {object} PublishedPackage
 * @property {string} folder relative to the root, such as "packages/core"
 * @property {string} name on npm
 * @property {Record<string, any>} manifest
 */

/**
 * The packages that go to npm.
 *
 * @param {string} root
 * @returns {PublishedPackage[]}
 */
export function publishedPackages(root) {
  return workspaceFolders(root)
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
      return { folder, name: manifest.name, manifest }
    })
    .filter(({ manifest }) => manifest.private !== true)
}

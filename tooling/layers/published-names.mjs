// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Where every published name of the workspace, and core's `#transport` and `#crypto`, has its source. The check reads sources, so it
 * needs no build and follows an import from one package into the next.
 *
 * @param {string} root
 * @param {readonly string[]} folders
 * @returns {{ name: string, alias: string, onlyModule: true }[]}
 */
export function publishedNames(root, folders) {
  return folders.flatMap((folder) => {
    const {
      name,
      exports = {},
      imports = {},
    } = JSON.parse(readFileSync(path.join(root, folder, 'package.json'), 'utf8'))
    const entries = [
      ...Object.entries(exports).map(([key, target]) => [path.posix.join(name, key), target]),
      ...Object.entries(imports),
    ]
    return entries.flatMap(([published, target]) => {
      const built = builtFile(target)
      if (built === undefined) return []
      const source = built.replace('./dist/', 'src/').replace(/\.[cm]?js$/, '.ts')
      return [{ name: published, alias: path.join(root, folder, source), onlyModule: true }]
    })
  })
}

/**
 * @param {unknown} target of an entry in `exports` or `imports`: a path, or an object of conditions
 * @returns {string | undefined} the built file that Node would import
 */
function builtFile(target) {
  if (typeof target === 'string') return target.startsWith('./dist/') ? target : undefined
  if (typeof target !== 'object' || target === null) return undefined
  const conditions = new Map(Object.entries(target))
  return builtFile(conditions.get('node') ?? conditions.get('import') ?? conditions.get('default'))
}

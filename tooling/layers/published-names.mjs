// @ts-check
import { existsSync, readFileSync } from 'node:fs'
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
    const { name, exports = {} } = readJson(path.join(root, folder, 'package.json'))
    const published = Object.entries(exports).flatMap(([key, target]) => {
      const built = builtFile(target)
      if (built === undefined) return []
      return [
        [path.posix.join(name, key), built.replace('./dist/', 'src/').replace(/\.[cm]?js$/, '.ts')],
      ]
    })
    return [...published, ...chosenByBuild(path.join(root, folder))].map(
      ([known = '', source = '']) => ({
        name: known,
        alias: path.join(root, folder, source),
        onlyModule: true,
      }),
    )
  })
}

/**
 * The names behind which a build puts the file for its runtime: `tsconfig.json` has them for Node.
 *
 * @param {string} folder
 * @returns {string[][]} pairs of a name and its source
 */
function chosenByBuild(folder) {
  const file = path.join(folder, 'tsconfig.json')
  const { paths = {} } = (existsSync(file) && readJson(file).compilerOptions) || {}
  return Object.entries(paths)
    .filter(([name]) => name.startsWith('#'))
    .map(([name, [source]]) => [name, source])
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * @param {unknown} target of an entry in `exports`: a path, or an object of conditions
 * @returns {string | undefined} the built file that Node would import
 */
function builtFile(target) {
  if (typeof target === 'string') return target.startsWith('./dist/') ? target : undefined
  if (typeof target !== 'object' || target === null) return undefined
  const conditions = new Map(Object.entries(target))
  return builtFile(conditions.get('node') ?? conditions.get('import') ?? conditions.get('default'))
}

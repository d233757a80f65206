// @ts-check
import { existsSync, rmSync } from 'node:fs'
import path from 'node:path'
import { Application } from 'typedoc'
import { publishedEntries } from '../api-report/entries.mjs'
import { REFERENCE_FOLDER } from './pages.mjs'

/**
 * Writes the reference of the API, a page for each entry point, from the comments of what is built.
 *
 * @param {string} root
 * @throws Error when a package is not built
 */
export async function writeReference(root) {
  const folder = path.join(root, REFERENCE_FOLDER)
  rmSync(folder, { recursive: true, force: true })
  for (const entry of publishedEntries(root)) {
    const types = path.join(root, entry.folder, entry.types)
    if (!existsSync(types))
      throw new Error(`${entry.packageName} is not built. Run \`pnpm build\` first.`)
    const part = path.basename(entry.report, '.api.md')
    const suffix = part === 'index' ? '' : `-${part}`
    const name = `${path.basename(entry.folder)}${suffix}`
    await writePage(
      types,
      `${entry.packageName}${suffix.replace('-', '/')}`,
      path.join(folder, name),
    )
  }
}

/**
 * @param {string} types
 * @param {string} title
 * @param {string} target folder
 */
async function writePage(types, title, target) {
  const options = {
    name: title,
    out: target,
    entryPoints: [types],
    plugin: ['typedoc-plugin-markdown'],
    readme: 'none',
    // What an entry names and does not export is a link to nowhere in any case; the declarations are checked elsewhere.
    skipErrorChecking: true,
    validation: false,
    tsconfig: path.join(import.meta.dirname, 'tsconfig.json'),
    excludeExternals: true,
    disableSources: true,
    githubPages: false,
    logLevel: 'Error',
    outputFileStrategy: 'members',
    entryFileName: 'index',
    excludeScopesInPaths: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    parametersFormat: 'table',
    propertyMembersFormat: 'table',
    interfacePropertiesFormat: 'table',
    sanitizeComments: true,
  }
  const app = await Application.bootstrapWithPlugins(/** @type {any} */ (options))
  const project = await app.convert()
  if (project === undefined) throw new Error(`typedoc made nothing of ${types}.`)
  await app.generateOutputs(project)
}

// @ts-check
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from './temporary.mjs'

const run = promisify(execFile)

/**
 * Packs a package as for publishing and unpacks it below the folder's node_modules, with links to what it depends on:
 * what a user gets from an installation, without a registry.
 *
 * @param {string} folder the user's
 * @param {string} name of the folder in packages/
 * @returns {Promise<string>} where it is installed
 */
export async function installPacked(folder, name) {
  const source = path.join(root, 'packages', name)
  const target = path.join(folder, 'node_modules/@scalapay-kit', name)
  const { stdout } = await run('pnpm', ['pack', '--json', '--pack-destination', folder], {
    cwd: source,
    shell: process.platform === 'win32',
  })
  mkdirSync(target, { recursive: true })
  await run('tar', ['-xzf', JSON.parse(stdout).filename, '--strip-components=1', '-C', target])
  linkDependencies(source, folder)
  return target
}

/**
 * @param {string} source
 * @param {string} folder
 */
function linkDependencies(source, folder) {
  const manifest = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'))
  const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies })
  for (const name of names.filter((name) => !name.startsWith('@scalapay-kit/'))) {
    const link = path.join(folder, 'node_modules', name)
    if (existsSync(link)) continue
    mkdirSync(path.dirname(link), { recursive: true })
    symlinkSync(path.join(source, 'node_modules', name), link, 'junction')
  }
}

// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { command } from './command.mjs'

/**
 * Writes a bill of materials (CycloneDX) of what an installation of a package brings.
 *
 * @param {string} name of the package
 * @param {string} version exactly: npm takes a tag for invalid where its lockfile names no address
 * @param {object} place
 * @param {string} place.folder an empty one
 * @param {NodeJS.ProcessEnv} place.env of the registry
 * @param {string} place.target where to write it
 */
export async function writeSbom(name, version, { folder, env, target }) {
  const cwd = path.join(folder, name.replace('/', '-'))
  mkdirSync(cwd, { recursive: true })
  const manifest = {
    name: 'sbom',
    private: true,
    version: '0.0.0',
    dependencies: { [name]: version },
  }
  writeFileSync(path.join(cwd, 'package.json'), JSON.stringify(manifest))
  await command('npm', ['install', '--package-lock-only', '--omit=dev', '--omit=peer'], {
    cwd,
    env,
  })
  const format = ['--package-lock-only', '--sbom-format=cyclonedx', '--omit=dev', '--omit=peer']
  const bill = await command('npm', ['sbom', ...format], { cwd, env })
  mkdirSync(target, { recursive: true })
  writeFileSync(path.join(target, `${path.basename(name)}.cdx.json`), bill)
}

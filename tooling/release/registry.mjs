// @ts-check
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { command, server } from './command.mjs'

/**
 * @typedef {object} Registry
 * @property {string} url
 * @property {NodeJS.ProcessEnv} env with which npm and pnpm install from it and publish to it, with an empty cache
 * @property {() => Promise<void>} stop
 */

/**
 * Starts a registry on this machine that is thrown away with the folder.
 *
 * @param {string} folder
 * @returns {Promise<Registry>}
 */
export async function startRegistry(folder) {
  const home = path.join(import.meta.dirname, 'registry')
  await command('pnpm', ['install', '--frozen-lockfile'], { cwd: home })
  const uplink = (await command('npm', ['config', 'get', 'registry'])).trim()
  const storage = path.join(folder, 'registry')
  mkdirSync(storage, { recursive: true })
  const { url, stop } = await server('node', [path.join(home, 'serve.cjs'), storage, uplink], {})
  const userConfig = path.join(folder, 'npmrc')
  // A registry wants a token to publish; this one takes any.
  writeFileSync(userConfig, `registry=${url}\n//${new URL(url).host}/:_authToken=rehearsal\n`)
  return {
    url,
    stop,
    env: {
      ...process.env,
      npm_config_registry: url,
      npm_config_userconfig: userConfig,
      npm_config_cache: path.join(folder, 'npm-cache'),
      npm_config_update_notifier: 'false',
      npm_config_audit: 'false',
      npm_config_fund: 'false',
      // Provenance is a statement of the real release's workflow.
      npm_config_provenance: 'false',
    },
  }
}

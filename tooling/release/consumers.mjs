// @ts-check
import assert from 'node:assert/strict'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { command, server } from './command.mjs'

const templates = path.join(import.meta.dirname, 'consumers')

/**
 * @typedef {object} Consumer an application as a user has it, outside the workspace
 * @property {string} name
 * @property {(env: NodeJS.ProcessEnv) => Promise<void>} install the newest releases of our packages
 * @property {() => Record<string, string>} versions of our packages that are installed
 * @property {(env: NodeJS.ProcessEnv, emulatorUrl: string, reference: string) => Promise<string>} takeOrder gives its token
 */

/**
 * Puts each application into an empty folder.
 *
 * @param {string} folder
 * @returns {Consumer[]}
 */
export function createConsumers(folder) {
  return readdirSync(templates, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => createConsumer(name, path.join(folder, name)))
}

/**
 * @param {string} name
 * @param {string} cwd
 * @returns {Consumer}
 */
function createConsumer(name, cwd) {
  cpSync(path.join(templates, name), cwd, { recursive: true })
  const manifest = JSON.parse(readFileSync(path.join(cwd, 'package.json'), 'utf8'))
  const ours = Object.keys(manifest.dependencies).filter((each) =>
    each.startsWith('@scalapay-kit/'),
  )
  return {
    name,
    async install(env) {
      await command('npm', ['install', ...ours.map((each) => `${each}@latest`)], { cwd, env })
      // What ours bring along stays at the locked version otherwise, as it does for a user.
      await command('npm', ['update'], { cwd, env })
      if (manifest.scripts.build) await command('npm', ['run', 'build'], { cwd, env })
    },
    versions: () => installedVersions(path.join(cwd, 'node_modules/@scalapay-kit')),
    async takeOrder(env, emulatorUrl, merchantReference) {
      const order = JSON.parse(readFileSync(path.join(templates, 'order.json'), 'utf8'))
      writeFileSync(path.join(cwd, 'order.json'), JSON.stringify({ ...order, merchantReference }))
      const options = { cwd, env: { ...env, ...serverSettings(emulatorUrl) } }
      if (manifest.scripts.order) return orderByScript(options)
      return orderOverHttp(options, emulatorUrl)
    },
  }
}

/**
 * What an application reads from its environment: those that we wrote look at EMULATOR_URL, and Nuxt fills its runtime
 * configuration and chooses its address by itself.
 *
 * @param {string} emulatorUrl
 */
function serverSettings(emulatorUrl) {
  return {
    EMULATOR_URL: emulatorUrl,
    NUXT_SCALAPAY_API_KEY: 'qhtfs87hjnc12kkos',
    NUXT_SCALAPAY_ENVIRONMENT: 'emulator',
    NUXT_SCALAPAY_BASE_URL: emulatorUrl,
    HOST: '127.0.0.1',
    PORT: '0',
  }
}

/**
 * @param {string} folder
 * @returns {Record<string, string>}
 */
function installedVersions(folder) {
  if (!existsSync(folder)) return {}
  return Object.fromEntries(
    readdirSync(folder).map((name) => {
      const manifest = JSON.parse(readFileSync(path.join(folder, name, 'package.json'), 'utf8'))
      return [manifest.name, manifest.version]
    }),
  )
}

/**
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
async function orderByScript(options) {
  const { token, outcome } = JSON.parse(await command('npm', ['run', '--silent', 'order'], options))
  assert.equal(outcome, 'captured')
  return token
}

/**
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 * @param {string} emulatorUrl
 */
async function orderOverHttp(options, emulatorUrl) {
  const { url, stop } = await server('npm', ['start', '--silent'], options)
  try {
    const { token } = await json(`${url}/orders`, 'POST')
    await json(`${emulatorUrl}/_emulator/orders/${token}/approve`, 'POST')
    const { outcome } = await json(`${url}/return?orderToken=${token}&status=SUCCESS`, 'GET')
    assert.equal(outcome, 'captured')
    return token
  } finally {
    await stop()
  }
}

/**
 * @param {string} url
 * @param {string} method
 */
async function json(url, method) {
  const response = await fetch(url, { method })
  const text = await response.text()
  assert.ok(response.ok, `${method} ${url} answered ${response.status}: ${text}`)
  return JSON.parse(text)
}

// @ts-check
/**
 * `pnpm release:rehearse`: a release from beginning to end, on a registry of its own, with what is committed. Applications
 * outside the workspace install every package from there, take an order on the emulator that npx installs from there, and
 * go through two upgrades. It changes nothing in this folder but the bills of materials in tooling/release/sbom.
 */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { publishedPackages } from '../published.mjs'
import { command, server } from './command.mjs'
import { createConsumers } from './consumers.mjs'
import { startRegistry } from './registry.mjs'
import { writeSbom } from './sbom.mjs'
import { createWorkCopy } from './work-copy.mjs'

const root = path.resolve(import.meta.dirname, '..', '..')
const folder = mkdtempSync(path.join(tmpdir(), 'scalapay-kit-release-'))
const startedAt = performance.now()
const say = (/** @type {string} */ text) => {
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  process.stdout.write(`${String(seconds).padStart(4)} s  ${text}\n`)
}

const names = publishedPackages(root).map(({ name }) => name)
const registry = await startRegistry(folder)
const { env } = registry

/** @param {string} name */
async function latest(name) {
  return (await command('npm', ['view', name, 'version'], { cwd: folder, env })).trim()
}

/** @returns {Promise<Record<string, string>>} */
async function published() {
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await latest(name)])),
  )
}

try {
  say(`A registry on ${registry.url}.`)
  const copy = await createWorkCopy(root, folder)
  await copy.release(env)
  const first = await published()
  say(`Published ${names.map((name) => `${name} ${first[name]}`).join(', ')}.`)

  const consumers = createConsumers(folder)
  await takeOrders(consumers, 'first')

  copy.addChangeset('@scalapay-kit/core', 'patch')
  await copy.release(env)
  const patched = await published()
  const { '@scalapay-kit/core': patchedCore, ...others } = patched
  assert.deepEqual({ ...others, '@scalapay-kit/core': first['@scalapay-kit/core'] }, first)
  assert.notEqual(patchedCore, first['@scalapay-kit/core'])
  say(
    `Published @scalapay-kit/core ${patchedCore}, and nothing else: the others take it as they are.`,
  )
  await takeOrders(consumers, 'patched')

  copy.addChangeset('@scalapay-kit/core', 'minor')
  await copy.release(env)
  say(`Published ${JSON.stringify(await published())}.`)
  await takeOrders(consumers, 'minor')

  const target = path.join(import.meta.dirname, 'sbom')
  for (const [name, version] of Object.entries(await published())) {
    await writeSbom(name, version, { folder: path.join(folder, 'sbom'), env, target })
  }
  say(`Wrote ${names.length} bills of materials into tooling/release/sbom.`)
  say('The rehearsal has passed.')
} finally {
  await registry.stop()
  rmSync(folder, { recursive: true, force: true })
}

/**
 * Installs the newest releases into each application and lets it take an order.
 *
 * @param {import('./consumers.mjs').Consumer[]} consumers
 * @param {string} round
 */
async function takeOrders(consumers, round) {
  const cwd = path.join(folder, `npx-${round}`)
  mkdirSync(cwd)
  const emulatorVersion = await latest('@scalapay-kit/emulator')
  const npx = ['--yes', `@scalapay-kit/emulator@${emulatorVersion}`, '--port', '0']
  const emulator = await server('npx', npx, { cwd, env })
  try {
    const newest = await published()
    for (const consumer of consumers) {
      await consumer.install(env)
      const versions = consumer.versions()
      for (const [name, version] of Object.entries(versions)) assert.equal(version, newest[name])
      const token = await consumer.takeOrder(env, emulator.url, `${consumer.name}-${round}`)
      assert.deepEqual(await movements(emulator.url, token), [['capture', 4990]])
      const installed = Object.entries(versions).map(([name, version]) => `${name} ${version}`)
      say(`  ${consumer.name}: one order, one capture of 49.90 (${installed.join(', ')})`)
    }
  } finally {
    await emulator.stop()
  }
}

/**
 * @param {string} emulatorUrl
 * @param {string} token
 * @returns {Promise<[kind: string, cents: number][]>} how money has moved on an order
 */
async function movements(emulatorUrl, token) {
  const response = await fetch(`${emulatorUrl}/_emulator/ledger`)
  const ledger = /** @type {{ kind: string, orderToken: string, amountInCents: number }[]} */ (
    await response.json()
  )
  return ledger
    .filter(({ orderToken }) => orderToken === token)
    .map(({ kind, amountInCents }) => [kind, amountInCents])
}

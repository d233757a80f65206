// @ts-check
import { createRequire } from 'node:module'

/**
 * The CPU time of a whole process, in milliseconds: bare, after an import, or after a first call over TLS; or that of the
 * last of several modules alone, all imported (`last-import`) or all required (`last-require`).
 */
const [kind, ...names] = process.argv.slice(2)
const require = createRequire(import.meta.url)
let before = { user: 0, system: 0 }
if (kind === 'import') await import(names[0] ?? '')
if (kind === 'last-import' || kind === 'last-require') {
  /** @param {string} name */
  const load = async (name) => (kind === 'last-import' ? import(name) : require(name))
  for (const name of names.slice(0, -1)) await load(name)
  // What the others left to other threads is done by then.
  await new Promise((resolve) => setTimeout(resolve, 100))
  before = process.cpuUsage()
  await load(names.at(-1) ?? '')
}
if (kind === 'call') {
  const [name = '', url = ''] = names
  const { anOrder } = await import('../support/order.mjs')
  const { connect } = await import(`../contenders/${name}.mjs`)
  const call = await connect({ url, apiKey: 'qhtfs87hjnc12kkos' })
  await call(anOrder(1))
}
const { user, system } = process.cpuUsage()
process.stdout.write(JSON.stringify((user - before.user + system - before.system) / 1000))
process.exit()

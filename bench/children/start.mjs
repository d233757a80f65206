// @ts-check
/**
 * The CPU time of a whole process, in milliseconds: bare, after an import, or after a first call over TLS; or, when it has
 * imported others before (`last`), that of the last import alone.
 */
const [kind, ...names] = process.argv.slice(2)
let before = { user: 0, system: 0 }
if (kind === 'import' || kind === 'last') {
  for (const name of names.slice(0, -1)) await import(name)
  if (kind === 'last') {
    // What the others left to other threads is done by then.
    await new Promise((resolve) => setTimeout(resolve, 100))
    before = process.cpuUsage()
  }
  await import(names.at(-1) ?? '')
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

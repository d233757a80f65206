// @ts-check
/** The CPU time of a whole process, in milliseconds: bare, after some imports, or after a first call over TLS. */
const [kind, ...names] = process.argv.slice(2)
if (kind === 'import') for (const name of names) await import(name)
if (kind === 'call') {
  const [name = '', url = ''] = names
  const { anOrder } = await import('../support/order.mjs')
  const { connect } = await import(`../contenders/${name}.mjs`)
  const call = await connect({ url, apiKey: 'qhtfs87hjnc12kkos' })
  await call(anOrder(1))
}
const { user, system } = process.cpuUsage()
process.stdout.write(JSON.stringify((user + system) / 1000))
process.exit()

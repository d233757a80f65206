// @ts-check
/** Serves the emulator or a bare Fastify JSON route, and tells its own CPU time and memory when asked. */
const [kind = ''] = process.argv.slice(2)
const startedAt = performance.now()

async function startBare() {
  const { default: Fastify } = await import('fastify')
  const app = Fastify()
  app.all('/*', async () => ({ token: 'T1', status: 'APPROVED' }))
  return app.listen({ port: 0, host: '127.0.0.1' })
}

async function startOurs() {
  const { startEmulator } = await import('@scalapay-kit/emulator')
  return (await startEmulator({ port: 0, seed: 1 })).url
}

const url = await (kind === 'emulator' ? startOurs() : startBare())
const startMs = performance.now() - startedAt

process.on('message', () => {
  globalThis.gc?.()
  const { user, system } = process.cpuUsage()
  process.send?.({ url, startMs, cpu: user + system, heap: process.memoryUsage().heapUsed })
})
process.send?.('ready')

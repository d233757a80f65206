import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { runEmulator, type TestEmulator } from './support/emulator.js'
import { keepAlive } from './support/keep-alive.js'
import { documentedOrder } from './support/orders.js'

const ORDERS = 10_000
async function createMany(emulator: TestEmulator, count: number): Promise<void> {
  const post = keepAlive(emulator, 32)
  await Promise.all(Array.from({ length: count }, () => post('/v2/orders', documentedOrder)))
}

function heapInMegabytes(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed / 1_048_576
}

it('keeps ten thousand orders in bounded memory, and little of what was told of them', async () => {
  const webhooks = { drop: true }
  const emulator = await runEmulator({ webhookUrl: 'http://127.0.0.1:9/', webhooks })
  await createMany(emulator, 100)
  const before = heapInMegabytes()
  await createMany(emulator, ORDERS)
  const grown = heapInMegabytes() - before
  expect(emulator.control.requests()).toHaveLength(1_000)
  expect(emulator.control.webhooks.list()).toHaveLength(1_000)
  expect(grown).toBeLessThan(100)
  emulator.control.reset()
  expect(heapInMegabytes() - before).toBeLessThan(10)
}, 240_000)

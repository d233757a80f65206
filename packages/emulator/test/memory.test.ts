import { Agent, request } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { runEmulator, type TestEmulator } from './support/emulator.js'
import { documentedOrder } from './support/orders.js'

const ORDERS = 10_000
const body = JSON.stringify(documentedOrder)

/** Posts an order over a connection that is kept: ten thousand of `fetch` would take too long. */
function create({ url, merchantKey }: TestEmulator, agent: Agent): Promise<number> {
  const headers = { authorization: `Bearer ${merchantKey}`, 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    request(`${url}/v2/orders`, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0))
    })
      .on('error', reject)
      .end(body)
  })
}

async function createMany(emulator: TestEmulator, count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const statuses = await Promise.all(Array.from({ length: count }, () => create(emulator, agent)))
  agent.destroy()
  expect(new Set(statuses)).toEqual(new Set([200]))
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
}, 60_000)

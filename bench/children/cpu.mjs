// @ts-check
/** Calls for as long as it is told to, and says how much CPU time that took: one contender in a process of its own. */
import { anOrder } from '../support/order.mjs'

const [contender = '', url = ''] = process.argv.slice(2)
const { connect } = await import(`../contenders/${contender}.mjs`)
const call = await connect({ url, apiKey: 'qhtfs87hjnc12kkos' })
let number = 0

/**
 * @param {{ milliseconds: number, inFlight: number }} slice
 * @returns {Promise<{ microseconds: number, calls: number }>} of CPU time, for so many calls
 */
async function run({ milliseconds, inFlight }) {
  const before = process.cpuUsage()
  const endsAt = performance.now() + milliseconds
  let calls = 0
  const worker = async () => {
    while (performance.now() < endsAt) {
      number += 1
      calls += 1
      await call(anOrder(number))
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))
  const { user, system } = process.cpuUsage(before)
  return { microseconds: user + system, calls }
}

process.on('message', async (/** @type {{ milliseconds: number, inFlight: number }} */ slice) => {
  process.send?.(await run(slice))
})
process.send?.('ready')

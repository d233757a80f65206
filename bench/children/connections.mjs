// @ts-check
/** How many connections a thousand calls take, as the server counts them. */
import { get } from 'node:https'
import { anOrder } from '../support/order.mjs'

const [name = '', url = '', inFlight = '1'] = process.argv.slice(2)
const { connect } = await import(`../contenders/${name}.mjs`)
const call = await connect({ url, apiKey: 'qhtfs87hjnc12kkos' })
let left = 1_000
const worker = async () => {
  while (left > 0) {
    left -= 1
    await call(anOrder(left))
  }
}
await Promise.all(Array.from({ length: Number(inFlight) }, worker))
get(`${url}/connections`, { agent: false }, (answer) => {
  answer.on('data', (count) => {
    process.stdout.write(String(count))
    process.exit()
  })
})

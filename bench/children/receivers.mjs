// @ts-check
/** CPU time of one delivery, in microseconds: the framework's bare JSON route, and the adapter's webhook route, in turns. */
import { signWebhook } from '@scalapay-kit/core/webhooks'

const apiKey = 'qhtfs87hjnc12kkos'
const [adapter = ''] = process.argv.slice(2)
const { open } = await import(`../adapters/${adapter}.mjs`)
const { bare, webhook } = await open(apiKey)
let number = 0

/** Each delivery is another one: a duplicate would not be handled. */
async function delivery() {
  number += 1
  const body = JSON.stringify({ orderToken: `T${number}`, status: 'charged', totalAmount: 190 })
  return { body, headers: await signWebhook({ rawBody: body, apiKey, timestamp: Date.now() }) }
}

/** @param {(delivery: { body: string, headers: object }) => Promise<number>} deliver */
async function cost(deliver) {
  const deliveries = await Promise.all(Array.from({ length: 500 }, delivery))
  const before = process.cpuUsage()
  for (const one of deliveries) {
    const status = await deliver(one)
    if (status !== 200) throw new Error(`A delivery was answered with ${status}.`)
  }
  const { user, system } = process.cpuUsage(before)
  return (user + system) / deliveries.length
}

for (const deliver of [bare, webhook]) await cost(deliver)
const rounds = []
for (let round = 0; round < 15; round += 1) {
  rounds.push({ bare: await cost(bare), webhook: await cost(webhook) })
}
process.stdout.write(JSON.stringify(rounds))
process.exit()

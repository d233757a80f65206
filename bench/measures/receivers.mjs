// @ts-check
import { runChild } from '../support/processes.mjs'
import { median, spread } from '../support/statistics.mjs'

/** Files in adapters/, each of which opens a framework with a bare JSON route and a webhook route. */
const ADAPTERS = ['fastify-route', 'fastify-plugin', 'nestjs']

/** Receiving a delivery, as a ratio to the bare JSON route of its framework. */
export async function measureReceivers() {
  const results = ADAPTERS.map(async (adapter) => {
    const { label } = await import(`../adapters/${adapter}.mjs`)
    /** @type {{ bare: number, webhook: number }[]} */
    const rounds = runChild('receivers', [adapter])
    const over = median(rounds.map(({ bare, webhook }) => webhook - bare))
    return { label, over, ratio: spread(rounds.map(({ bare, webhook }) => webhook / bare)) }
  })
  return Promise.all(results)
}

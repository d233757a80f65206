// @ts-check
import { failureCases } from './cases/failures.mjs'
import { orderCases } from './cases/orders.mjs'
import { valueCases } from './cases/values.mjs'
import { webhookCases } from './cases/webhooks.mjs'
import { createWorld } from './world.mjs'

/** @typedef {Readonly<Record<string, string>>} Results of a run: by title nothing, or what went wrong */

/** Every case by its title, in the order in which they run. */
export const cases = { ...valueCases, ...webhookCases, ...orderCases, ...failureCases }

/**
 * Runs the cases one after the other, because faults are set for whichever request comes next.
 *
 * @param {import('./world.mjs').Settings} settings
 * @returns {Promise<Results>}
 */
export async function runCases(settings) {
  const world = createWorld(settings)
  /** @type {Record<string, string>} */
  const results = {}
  for (const [title, run] of Object.entries(cases)) {
    try {
      await run(world)
      results[title] = ''
    } catch (error) {
      results[title] = error instanceof Error ? `${error.stack}` : String(error)
    }
  }
  return results
}

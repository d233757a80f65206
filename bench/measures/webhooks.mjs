// @ts-check
import { runChild } from '../support/processes.mjs'
import { median, spread } from '../support/statistics.mjs'

/** Verification of a webhook, as a ratio to the bare operations it is made of. */
export function measureWebhooks() {
  /** @type {{ bare: number, bareWithId: number, ours: number }[]} */
  const rounds = runChild('webhooks', [])
  return {
    microseconds: median(rounds.map(({ ours }) => ours)),
    toBare: spread(rounds.map(({ ours, bare }) => ours / bare)),
    toBareWithId: spread(rounds.map(({ ours, bareWithId }) => ours / bareWithId)),
  }
}

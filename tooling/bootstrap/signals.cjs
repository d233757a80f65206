// @ts-check
'use strict'

/** npm passes Ctrl-C on to its child although the terminal has already told it: two within this time are one. */
const SAME_SIGNAL_MS = 300

/**
 * @param {(signal: NodeJS.Signals) => void} send
 * @param {() => number} now in milliseconds
 * @returns {(signal: NodeJS.Signals) => void} sends each signal, but not its echo
 */
function withoutEchoes(send, now) {
  /** @type {Map<string, number>} */
  const lastAt = new Map()
  return (signal) => {
    const at = now()
    const previous = lastAt.get(signal)
    lastAt.set(signal, at)
    if (previous === undefined || at - previous >= SAME_SIGNAL_MS) send(signal)
  }
}

module.exports = { withoutEchoes }

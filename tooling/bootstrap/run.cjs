// @ts-check
'use strict'

const { spawn } = require('node:child_process')
const { constants } = require('node:os')
const { withoutEchoes } = require('./signals.cjs')

const FORWARDED = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])

const PARENT_CHECK_MS = 250

const canSignalGroup = process.platform !== 'win32'

/**
 * Runs a program in a process group of its own and passes on the signals that arrive here, each of them once, so that
 * Ctrl-C ends the program and all its children however deep the wrappers are, and lets it end in its own time.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} [options] `quiet` keeps what it
 *   writes and returns it in `output`
 * @returns {Promise<{ exitCode: number, output: string }>} 128 + number when a signal ended it
 */
function run(command, args, options = {}) {
  const { quiet = false, ...spawnOptions } = options
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...spawnOptions,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      detached: canSignalGroup,
    })
    const stopForwarding = forwardSignals(child)
    const stopWatching = endWithNpm(child)

    /** @type {Buffer[]} */
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))

    child.once('error', (error) => {
      stopForwarding()
      stopWatching()
      reject(error)
    })
    child.once('close', (code, signal) => {
      stopForwarding()
      stopWatching()
      const exitCode = code ?? 128 + (signal === null ? 0 : constants.signals[signal])
      resolve({ exitCode, output: Buffer.concat(output).toString() })
    })
  })
}

/** @param {import('node:child_process').ChildProcess} child */
function forwardSignals(child) {
  const forward = withoutEchoes((signal) => sendSignal(child, signal), Date.now)
  for (const signal of FORWARDED) process.on(signal, forward)
  return () => {
    for (const signal of FORWARDED) process.off(signal, forward)
  }
}

/**
 * npm runs a script in a shell, and passes a signal to that shell alone, which dies without a word to anybody: that the
 * parent is another one now is all there is to notice.
 *
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    sendSignal(child, 'SIGTERM')
  }, PARENT_CHECK_MS)
  return () => clearInterval(timer)
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function sendSignal(child, signal) {
  if (child.pid === undefined) return
  try {
    if (canSignalGroup) process.kill(-child.pid, signal)
    else child.kill(signal)
  } catch {
    // It ended between the signal's arrival and now: nothing is left to tell.
  }
}

module.exports = { run }

import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { EmulatorOptions } from './options.js'
import { type Emulator, startEmulator } from './server.js'

export type { Emulator, EmulatorOptions }

/** An emulator that the tests of one file share, one after the other. */
export type SharedEmulator = Omit<Emulator, 'close' | typeof Symbol.asyncDispose>

/**
 * Starts an emulator before the tests of a file, resets it before each test and closes it after the last.
 *
 * Call it at the top of the file or of a `describe`. What it returns can be read in tests and hooks, not before. Tests that
 * run at the same time (`it.concurrent`) would share one state: give each its own by `startEmulator`.
 *
 * @param options as for `startEmulator`
 * @throws Error when it is read before the emulator has started.
 * @throws EmulatorOptionsError, in a hook, when an option makes no sense.
 */
export function useEmulator(options: EmulatorOptions = {}): SharedEmulator {
  let running: Emulator | undefined

  beforeAll(async () => {
    running = await startEmulator(options)
  })
  beforeEach(() => {
    running?.control.reset()
  })
  afterAll(async () => {
    await running?.close()
    running = undefined
  })

  function started(): Emulator {
    if (running !== undefined) return running
    throw new Error(
      'The emulator of useEmulator() is not running: read it inside a test, beforeEach or a later beforeAll',
    )
  }
  return {
    get url() {
      return started().url
    },
    get ca() {
      return started().ca
    },
    get merchantKey() {
      return started().merchantKey
    },
    get deviceKey() {
      return started().deviceKey
    },
    get seed() {
      return started().seed
    },
    get control() {
      return started().control
    },
  }
}

import { createFaultRules, type FaultRules } from '../faults/rules.js'
import type { Settings } from '../settings.js'
import { type Changes, createChanges } from '../state/changes.js'
import type { Clock } from '../state/clock.js'
import { createIds, type Ids } from '../state/ids.js'
import { createRandom } from '../state/random.js'
import { type CommitListener, createStore, type Store } from '../state/store.js'
import { createWebhooks, type Webhooks } from '../webhooks/webhooks.js'
import { createRequestLog, type RequestLog } from './request-log.js'

/** How many requests the log keeps. */
const REQUESTS_KEPT = 1_000

/** Everything a reset forgets. */
export interface World {
  readonly settings: Settings
  readonly ids: Ids
  readonly store: Store
  readonly faults: FaultRules
  readonly requests: RequestLog
  readonly webhooks: Webhooks
}

/** The running emulator behind its surfaces: API, checkout page and control plane share it. */
export interface Emulation {
  /** Those of the start, but for switches that the last reset has set. */
  readonly settings: Settings
  /** Those of the start. */
  readonly startSettings: Settings
  readonly clock: Clock
  /** Where the emulator is reached, without a slash at the end. Known once it listens. */
  readonly url: string
  /** Replaced as a whole by a reset, so that work in flight ends in the old one. */
  readonly world: World
  /** Announces every change that the dashboard shows. */
  readonly changes: Changes
  readonly reset: (settings: Settings) => void
  readonly listensAt: (url: string) => void
}

function createWorld(settings: Settings, clock: Clock, changes: Changes): World {
  const { seed } = settings
  const webhooks = createWebhooks(settings, clock, seed, changes.announce)
  const committed: CommitListener = (...commit) => {
    webhooks.tell(...commit)
    changes.announce()
  }
  return {
    settings,
    ids: createIds(seed),
    store: createStore(clock, settings.idempotency, committed),
    faults: createFaultRules({
      diceOf: (id) => createRandom(seed, id),
      merchants: settings.merchantKeys.length,
      onChange: changes.announce,
    }),
    requests: createRequestLog(REQUESTS_KEPT, changes.announce),
    webhooks,
  }
}

/** Creates the emulator's state. */
export function createEmulation(startSettings: Settings, clock: Clock): Emulation {
  const changes = createChanges()
  let world = createWorld(startSettings, clock, changes)
  let url = ''
  return {
    get settings() {
      return world.settings
    },
    startSettings,
    clock,
    changes,
    get url() {
      return url
    },
    get world() {
      return world
    },
    reset(settings) {
      world.webhooks.close()
      clock.reset()
      world = createWorld(settings, clock, changes)
      changes.announce()
    },
    listensAt(address) {
      url = address
    },
  }
}

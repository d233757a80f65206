import { timestamp } from '../state/calendar.js'
import type { Clock } from '../state/clock.js'
import { createLanes } from './lanes.js'
import { type DeliveryRecord, sign, signingTime } from './record.js'
import { createSender } from './send.js'
import type { WebhookSettings } from './settings.js'
import { targetOf } from './targets.js'

/** How many connections a merchant's server has to bear at once. */
const MOST_AT_ONCE = 16

/** Tries to deliver, again and again, by the emulator's clock. */
export interface Attempts {
  /** Puts the next attempt on the clock; one that is due begins at once. Nobody waits for it. */
  readonly begin: (record: DeliveryRecord, at: number) => void
  /** One attempt out of turn; resolves when it has ended. */
  readonly again: (record: DeliveryRecord) => Promise<void>
  /** Breaks off what is under way and tries nothing more. */
  readonly close: () => void
}

/** What the attempts go by. */
export interface AttemptContext {
  readonly clock: Clock
  /** How many merchant keys there are. */
  readonly merchants: number
  /** As they are now: they may change between two attempts. */
  readonly settings: () => WebhookSettings
  /** Called when there is nothing more to try. */
  readonly ended: (record: DeliveryRecord) => void
  /** Called after every attempt. */
  readonly attempted: () => void
}

/** Creates the attempts of one world. */
export function createAttempts(context: AttemptContext): Attempts {
  const { clock, merchants, settings, ended, attempted } = context
  const sender = createSender()
  // Each merchant's own: a server that hangs must not hold up the events of others.
  const lanes = Array.from({ length: merchants }, () => createLanes(MOST_AT_ONCE))
  let isClosed = false

  /** One order's events arrive in their order, unless they are told to be shuffled. */
  function inTurn(record: DeliveryRecord, job: () => Promise<void>): Promise<void> {
    const work = lanes[record.merchantIndex]?.run(record.orderToken, job) ?? Promise.resolve()
    clock.track(work)
    return work
  }

  /** @returns whether it was acknowledged. */
  async function attempt(record: DeliveryRecord, isRepeated: boolean): Promise<boolean> {
    const { resign, timeoutMs, url, timestamps } = settings()
    const at = clock.now()
    record.nextAttemptAt = undefined
    record.url = targetOf(url, record.merchantIndex) ?? record.url
    if (resign && isRepeated) record.headers = sign(record, signingTime(clock, timestamps))
    const { headers, body } = record
    const result = await sender.post({
      url: record.url,
      headers: { 'content-type': 'application/json', ...headers },
      body,
      timeoutMs,
    })
    const outcome =
      'error' in result
        ? { status: null, error: result.error, answer: '' }
        : { ...result, error: null }
    record.attempts = [...record.attempts, { at: timestamp(at), ...outcome, headers }]
    attempted()
    return outcome.status === 200
  }

  function end(record: DeliveryRecord, state: 'delivered' | 'failed'): void {
    record.state = state
    record.nextAttemptAt = undefined
    ended(record)
  }

  async function tryNow(record: DeliveryRecord): Promise<void> {
    // It may have been redelivered in the meantime.
    if (isClosed || record.state !== 'pending') return
    const isAcknowledged = await attempt(record, record.tries > 0)
    if (isClosed || record.state !== 'pending') return
    record.tries += 1
    const { maxAttempts, retryDelayMs } = settings()
    if (isAcknowledged) end(record, 'delivered')
    else if (record.tries >= maxAttempts) end(record, 'failed')
    else begin(record, clock.now() + retryDelayMs * 2 ** (record.tries - 1))
  }

  function begin(record: DeliveryRecord, at: number): void {
    record.nextAttemptAt = at
    const start = () => void inTurn(record, () => tryNow(record))
    if (at <= clock.now()) start()
    else clock.schedule(at, start)
  }

  async function tryAgain(record: DeliveryRecord): Promise<void> {
    if (isClosed) return
    const planned = record.nextAttemptAt
    const isAcknowledged = await attempt(record, true)
    if (isClosed) return
    if (isAcknowledged) end(record, 'delivered')
    else if (record.state === 'dropped') end(record, 'failed')
    else record.nextAttemptAt = planned
  }

  return {
    begin,
    again: (record) => inTurn(record, () => tryAgain(record)),
    close() {
      isClosed = true
      sender.close()
    },
  }
}

import { MAX_TIMER_MS } from '../option-checks.js'
import { startWork, type Work } from './dispatch.js'
import type { WebhookEvent } from './event.js'
import { handlersFor } from './handlers.js'
import {
  type ReceiverConfig,
  requireDelay,
  resolveReceiverOptions,
  type Schedule,
  type WebhookReceiverOptions,
} from './options.js'
import {
  type Explained,
  explainRefusal,
  explainWork,
  replyFor,
  reportOf,
  type WebhookReply,
  type WebhookReport,
} from './reply.js'
import { type Delivery, verify } from './verify.js'

/** Takes deliveries. It knows no framework: adapters fetch the bytes, call it and write the answer. */
export interface WebhookReceiver {
  /** The largest body that is read, in bytes: what a framework should read of a request at most. */
  readonly maxBodyBytes: number
  /** The option of that name: what a server that ends should give `drain` as its `timeoutMs`. */
  readonly drainTimeoutMs: number
  /** Verifies and handles a delivery. Never throws. */
  receive: (delivery: Delivery) => Promise<WebhookReply>
  /**
   * Waits until nothing is at work any more, also not behind an answer: for a clean shutdown, once the server takes no
   * more requests. On Workers, give it to `waitUntil` after each answer.
   *
   * @param options without a `timeoutMs` it waits for as long as your handlers do, for ever behind one that hangs
   * @returns whether all has ended; false when the time was over first. The work that is left goes on, and its event is
   * handled again only if Scalapay sends it again: log it, and let the sweep find its order
   * @throws ScalapayConfigError when `timeoutMs` is not a number of milliseconds that a timer can hold
   */
  drain: (options?: DrainOptions) => Promise<boolean>
}

/** How long a drain may take. */
export interface DrainOptions {
  /**
   * The most milliseconds to wait; below what is left until the process is killed.
   * @default without a limit
   */
  timeoutMs?: number | undefined
}

/**
 * Makes a receiver for the deliveries of one webhook address.
 *
 * It answers 200 when the event was handled, now or before; 400 when it is malformed; 401 when its signature is bad or its
 * time is out; 413 when it is too large; 503 when the store or a handler failed, so that Scalapay sends it again; 500 when
 * the framework parsed the body before, which is a mistake in the set-up.
 *
 * @throws ScalapayConfigError naming everything that is wrong with the options
 */
export function createWebhookReceiver(options: WebhookReceiverOptions): WebhookReceiver {
  const config = resolveReceiverOptions(options)
  /** Deliveries of one event that arrive while it is handled share its work. */
  const working = new Map<string, Work>()
  const pending = new Set<Promise<unknown>>()

  const track = <T>(promise: Promise<T>): Promise<T> => {
    pending.add(promise)
    void promise.then(() => pending.delete(promise))
    return promise
  }

  const start = (event: WebhookEvent, keyIndex: number): Work => {
    const { store, leaseMs, verify } = config
    const handlers = handlersFor(event.status, config.handlers)
    const work = startWork(event, handlers, {
      store,
      leaseMs,
      now: verify.now,
      context: { keyIndex },
    })
    working.set(event.id, work)
    const forget = () => {
      if (working.get(event.id) === work) working.delete(event.id)
    }
    // Work that hangs must not block its event for ever: from then on the store decides, as between processes.
    const cancel = config.schedule(forget, Math.min(leaseMs, MAX_TIMER_MS))
    void work.finished.then(() => {
      cancel()
      forget()
    })
    return work
  }

  const handle = async (event: WebhookEvent, keyIndex: number): Promise<WebhookReply> => {
    const about = { event: { id: event.id, status: event.status }, keyIndex }
    const shared = working.get(event.id)
    const explain = (work: Work) => asDuplicate(explainWork(work.states), shared !== undefined)
    const work = shared ?? start(event, keyIndex)
    const isFinished = await endsWithin(config.acknowledgeAfterMs, work.finished, config.schedule)
    const explained = explain(work)
    const reply = replyFor(explained.reason)
    const { status } = reply
    report(config, reportOf(explained, { status, isLate: false, ...about }))
    if (explained.reason === 'store-failed') working.delete(event.id)
    if (!isFinished) {
      const reportEnd = () =>
        report(config, reportOf(explain(work), { status, isLate: true, ...about }))
      void track(work.finished.then(reportEnd))
    }
    return reply
  }

  const receive = async (delivery: Delivery): Promise<WebhookReply> => {
    try {
      const { event, keyIndex } = await verify(delivery, config.verify)
      return await handle(event, keyIndex)
    } catch (error) {
      const explained = explainRefusal(error)
      const reply = replyFor(explained.reason)
      report(config, reportOf(explained, { status: reply.status, isLate: false }))
      return reply
    }
  }

  return {
    maxBodyBytes: config.verify.maxBodyBytes,
    drainTimeoutMs: config.drainTimeoutMs,
    receive: (delivery) => track(receive(delivery)),
    drain: async ({ timeoutMs } = {}) => {
      const idle = async () => {
        while (pending.size > 0) await Promise.all(pending)
      }
      if (timeoutMs !== undefined) {
        requireDelay(timeoutMs)
        return endsWithin(timeoutMs, idle(), config.schedule)
      }
      await idle()
      return true
    },
  }
}

/** Of the deliveries that share one work, only the first one counts as handled. */
function asDuplicate(explained: Explained, isShared: boolean): Explained {
  return isShared && explained.reason === 'handled' ? { reason: 'duplicate' } : explained
}

/** A broken log must not turn a handled delivery into one that comes again. */
function report({ onReport }: ReceiverConfig, what: WebhookReport): void {
  const call = async () => onReport(what)
  void call().catch(() => undefined)
}

/** Whether work ends within that many milliseconds; resolves when it ends, or when they are over. */
function endsWithin(
  delayMs: number,
  finished: Promise<unknown>,
  schedule: Schedule,
): Promise<boolean> {
  return new Promise((resolve) => {
    const cancel = schedule(() => resolve(false), delayMs)
    void finished.then(() => {
      cancel()
      resolve(true)
    })
  })
}

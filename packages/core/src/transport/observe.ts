import type { Logger } from '../options.js'
import {
  type AttemptReport,
  type OperationReport,
  toAttemptEvent,
  toOperationEvent,
} from './redact.js'
import type { WireResponse } from './wire.js'

/** A channel of `node:diagnostics_channel`, or of a runtime that has none. */
export interface Channel {
  readonly hasSubscribers: boolean
  publish: (message: unknown) => void
}

/** Opens a channel by its name. */
export type OpenChannel = (name: string) => Channel

/**
 * The channel that gets an `AttemptEvent` for each request. Tools subscribe by this name, which is public and fixed, as is
 * usual with `node:diagnostics_channel`: they need not import this package.
 */
const ATTEMPT_CHANNEL = 'scalapay-kit:attempt'
/** The channel that gets one `OperationEvent` for each call, after all its requests, under however many keys. */
const OPERATION_CHANNEL = 'scalapay-kit:operation'

/**
 * Told about what happens; it costs nothing when nobody listens, and never fails. (Node itself reports what a subscriber of
 * a channel throws as an uncaught exception; the call goes on.)
 */
export interface Observer {
  attempt: (report: () => AttemptReport) => void
  operation: (report: () => OperationReport) => void
}

/** Makes an observer that writes to the log and publishes on the channels. */
export function createObserver(logger: Logger | undefined, open: OpenChannel): Observer {
  const attempts = open(ATTEMPT_CHANNEL)
  const operations = open(OPERATION_CHANNEL)
  return {
    attempt: (report) => {
      if (logger !== undefined) {
        const made = report()
        const level = made.error === undefined ? 'debug' : 'warn'
        quietly(() => logger[level](toAttemptEvent(made), 'scalapay request'))
      }
      // A copy of its own: some loggers write to what they are given.
      if (attempts.hasSubscribers) quietly(() => attempts.publish(toAttemptEvent(report())))
    },
    operation: (report) => {
      if (operations.hasSubscribers) quietly(() => operations.publish(toOperationEvent(report())))
    },
  }
}

/** What a report says of an answer. */
export function answerFields({ wire }: { wire: WireResponse }) {
  return { status: wire.status, requestId: wire.header('x-amzn-requestid') }
}

/** A log that cannot be written must not turn money that was taken into an error, nor end the process. */
function quietly(write: () => unknown): void {
  try {
    // An async function fits the type of a logger's method too.
    Promise.resolve(write()).catch(ignore)
  } catch {
    ignore()
  }
}

/** There is nowhere to report it: the place for reports is what failed. */
function ignore(): void {}

import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { onTestFinished } from 'vitest'
import type { AttemptEvent, Logger, OperationEvent } from '../../src/index.js'

/** What a log and both channels were told. */
export interface Heard {
  logger: Logger
  lines: [level: string, fields: object, message: string][]
  attempts: AttemptEvent[]
  operations: OperationEvent[]
}

/** Listens everywhere, by the names that are public, until the test ends. */
export function listen(): Heard {
  const lines: Heard['lines'] = []
  const keep = (level: string) => (fields: object, message: string) => {
    lines.push([level, fields, message])
  }
  const logger = {
    debug: keep('debug'),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  }
  const attempts: AttemptEvent[] = []
  const operations: OperationEvent[] = []
  subscribeForTest('scalapay-kit:attempt', (message) => attempts.push(message as AttemptEvent))
  subscribeForTest('scalapay-kit:operation', (message) =>
    operations.push(message as OperationEvent),
  )
  return { logger, lines, attempts, operations }
}

/** Subscribes to a channel until the test ends. */
function subscribeForTest(name: string, listener: (message: unknown) => void): void {
  const onMessage = (message: unknown) => listener(message)
  subscribe(name, onMessage)
  onTestFinished(() => {
    unsubscribe(name, onMessage)
  })
}

import { describe, expect, it } from 'vitest'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { json, startScript, text } from '../support/scripted-server.js'

const TIMEOUT_MS = 10_000
const approved = json(200, { token: 'T1', status: 'APPROVED' })

/** A clock on which waits end at once and are noted; the limits of attempts never fire. */
function notingClock() {
  const waits: number[] = []
  const clock = {
    ...manualClock(Date.UTC(2026, 10, 23, 12)),
    schedule: (callback: () => void, delayMs: number) => {
      if (delayMs !== TIMEOUT_MS) {
        waits.push(delayMs)
        queueMicrotask(callback)
      }
      return () => undefined
    },
  }
  return { clock, waits }
}

describe('Retry-After', () => {
  it.each([
    [429, '7', 7_000],
    [503, '7', 7_000],
    [409, '2', 2_000],
    [429, 'Mon, 23 Nov 2026 12:00:05 GMT', 5_000],
    [503, 'Mon, 23 Nov 2026 12:00:05 GMT', 5_000],
    [503, 'soon', 0],
  ])('of a %i with %s is waited for: %i ms', async (status, retryAfter, waitedMs) => {
    const body = JSON.stringify({ errorCode: 'conflicting_operation_in_progress' })
    const server = await startScript(text(status, body, { 'retry-after': retryAfter }), approved)
    const { clock, waits } = notingClock()
    await clientFor(server.url, { timeoutMs: TIMEOUT_MS }, clock).payments.capture({ token: 'T1' })
    expect(waits).toEqual([waitedMs])
  })

  it('beyond the deadline ends the call at once', async () => {
    const server = await startScript(text(429, '', { 'retry-after': '31' }), approved)
    const { clock, waits } = notingClock()
    const { payments } = clientFor(server.url, { timeoutMs: TIMEOUT_MS }, clock)
    expect(await failureOf(payments.capture({ token: 'T1' }))).toMatchObject({
      name: 'ScalapayRateLimitError',
      retryAfterMs: 31_000,
      attempts: 1,
    })
    expect(waits).toEqual([])
  })
})

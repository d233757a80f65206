import { getEventListeners } from 'node:events'
import { expect, it } from 'vitest'
import { AttemptScope, untilAborted } from '../../src/transport/timeout.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { hang, json, startScript } from '../support/scripted-server.js'

const limits = { timeoutMs: 100, remainingMs: 200 }

it.each([[{}], ['x'], [5]])('a signal that is none (%j) leaves no timer behind', (signal) => {
  const clock = manualClock()
  const start = () => new AttemptScope(clock, { ...limits, signal: signal as AbortSignal })
  expect(start).toThrow(TypeError)
  expect(clock.pending()).toBe(0)
})

it('a signal that has fired ends an attempt at its start', () => {
  const clock = manualClock()
  const scope = new AttemptScope(clock, { ...limits, signal: AbortSignal.abort() })
  expect([scope.endedBy, scope.cancellation.isCancelled]).toEqual(['caller', true])
  scope.close()
  expect(clock.pending()).toBe(0)
})

it('forty calls at once listen to their signal once, since Node takes more than ten for a leak', async () => {
  const server = await startScript(hang)
  const { signal, abort } = controlled()
  const client = clientFor(server.url)
  const calls = Array.from({ length: 40 }, () => failureOf(client.orders.get('T1', { signal })))
  await server.received(40)
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  abort()
  const names = (await Promise.all(calls)).map(({ name }) => name)
  expect(names).toEqual(new Array(40).fill('ScalapayAbortError'))
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

it('a signal is let go when the last call that listens to it is over', async () => {
  const steps: (() => void)[] = []
  const server = await startScript((request, response) => {
    steps.push(() => json(200, { token: 'T1' })(request, response))
  })
  const { signal } = controlled()
  const client = clientFor(server.url)
  const first = client.orders.get('T1', { signal })
  await server.received(1)
  const second = client.orders.get('T1', { signal })
  await server.received(2)
  steps[0]?.()
  await first
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  steps[1]?.()
  await second
  expect(getEventListeners(signal, 'abort')).toEqual([])
})

it('waits that share a signal end together, with its reason', async () => {
  const { signal, abort } = controlled()
  const waits = Array.from({ length: 20 }, () => untilAborted(new Promise(() => undefined), signal))
  expect(getEventListeners(signal, 'abort')).toHaveLength(1)
  abort('enough')
  const ends = await Promise.allSettled([...waits, untilAborted(Promise.resolve(1), signal)])
  expect(ends).toEqual(new Array(21).fill({ status: 'rejected', reason: 'enough' }))
})

function controlled() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: (reason?: unknown) => controller.abort(reason) }
}

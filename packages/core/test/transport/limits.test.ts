import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { manualClock } from '../support/manual-clock.js'
import { moment } from '../support/moment.js'
import { hang, json, type Step, startScript } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'

const approved = json(200, { token: 'T1', status: 'APPROVED' })

/** A step that sends the beginning of an answer, and a promise of the moment when the client lets go of it. */
function halfAnswer(): { step: Step; released: Promise<void> } {
  const release = moment()
  const step: Step = (_request, response) => {
    response.socket?.once('close', release.announce)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"token":')
  }
  return { step, released: release.comes }
}

/** Waits until the head of an answer has reached the client, as Node itself announces it. */
function headArrived(channel: string): Promise<void> {
  return new Promise((resolve) => {
    const onMessage = () => resolve()
    subscribe(channel, onMessage)
    onTestFinished(() => {
      unsubscribe(channel, onMessage)
    })
  })
}

describe.each(transports)('with $transport', ({ options, headChannel }) => {
  it('a server that never answers ends in a timeout', async () => {
    const server = await startScript(hang)
    const clock = manualClock()
    const client = clientFor(server.url, { ...options, timeoutMs: 700 }, clock)
    const call = failureOf(client.payments.capture({ token: 'T1' }, { maxAttempts: 1 }))
    await server.received(1)
    clock.advance(699)
    expect(clock.pending()).toBe(1)
    clock.advance(1)
    expect(await call).toMatchObject({
      name: 'ScalapayTimeoutError',
      message: 'capturePayment: no complete answer within 700 ms (timeoutMs).',
      outcome: 'unknown',
      retryable: true,
      attempts: 1,
    })
    expect(clock.pending()).toBe(0)
  })

  it('a body that is slower than the timeout ends in one, and its socket is released', async () => {
    const { step, released } = halfAnswer()
    const server = await startScript(step, approved)
    const clock = manualClock()
    const client = clientFor(server.url, { ...options, timeoutMs: 700 }, clock)
    const head = headArrived(headChannel)
    const call = failureOf(client.payments.capture({ token: 'T1' }, { maxAttempts: 1 }))
    await head
    clock.advance(700)
    expect(await call).toMatchObject({ name: 'ScalapayTimeoutError', outcome: 'unknown' })
    await released
    expect(await client.payments.capture({ token: 'T1' })).toMatchObject({ status: 'APPROVED' })
  })

  it('one deadline holds over all attempts', async () => {
    const server = await startScript(hang)
    const clock = manualClock()
    const limits = { timeoutMs: 600, deadlineMs: 1000 }
    const client = clientFor(server.url, { ...options, ...limits }, clock)
    const call = failureOf(client.orders.get('T1'))
    await server.received(1)
    clock.advance(600)
    await untilPending(clock)
    clock.advance(0)
    await server.received(2)
    clock.advance(399)
    expect(clock.pending()).toBe(1)
    clock.advance(1)
    expect(await call).toMatchObject({
      name: 'ScalapayTimeoutError',
      message: 'getOrder: no complete answer within 1000 ms (deadlineMs).',
      attempts: 2,
    })
    expect(server.seen).toHaveLength(2)
  })

  it('a call that was ended before it began sends nothing', async () => {
    const server = await startScript(approved)
    const call = clientFor(server.url, options).payments.capture(
      { token: 'T1' },
      { signal: AbortSignal.abort() },
    )
    expect(await failureOf(call)).toMatchObject({
      name: 'ScalapayAbortError',
      outcome: 'not-sent',
      attempts: 0,
    })
    expect(server.connections()).toBe(0)
  })

  it('a call that is ended while the server works may have taken the money', async () => {
    const server = await startScript(hang)
    const controller = new AbortController()
    const { signal } = controller
    const client = clientFor(server.url, options)
    const call = failureOf(client.payments.capture({ token: 'T1' }, { signal }))
    await server.received(1)
    controller.abort(new Error('the shopper 4711 has left'))
    const error = await call
    expect(error).toMatchObject({ name: 'ScalapayAbortError', outcome: 'unknown', attempts: 1 })
    // The reason is the application's own and may hold anything.
    expect(inspect(error, { depth: Number.POSITIVE_INFINITY })).not.toContain('4711')
    expect(server.seen).toHaveLength(1)
  })

  it('a call that is ended while its body arrives lets the socket go', async () => {
    const { step, released } = halfAnswer()
    const server = await startScript(step)
    const controller = new AbortController()
    const { signal } = controller
    const head = headArrived(headChannel)
    const call = failureOf(clientFor(server.url, options).orders.get('T1', { signal }))
    await head
    controller.abort()
    expect(await call).toMatchObject({ name: 'ScalapayAbortError', outcome: 'unknown' })
    await released
  })

  it('a call that succeeds leaves no timer behind', async () => {
    const server = await startScript(approved)
    const clock = manualClock()
    await clientFor(server.url, options, clock).orders.get('T1')
    expect(clock.pending()).toBe(0)
  })
})

it('a fetch that ignores its signal still times out', async () => {
  const called = moment()
  const fetch = () => {
    called.announce()
    return new Promise<never>(() => undefined)
  }
  const clock = manualClock()
  const client = clientFor('https://shop.example', { fetch, timeoutMs: 700 }, clock)
  const call = failureOf(client.orders.get('T1', { maxAttempts: 1 }))
  await called.comes
  clock.advance(700)
  expect(await call).toMatchObject({ name: 'ScalapayTimeoutError', outcome: 'unknown' })
})

it('a body that ignores the signal is let go when its time is over', async () => {
  const read = moment()
  const cancelled = moment()
  const fetch = async () => {
    const pull = () => {
      read.announce()
      return new Promise<never>(() => undefined)
    }
    const body = { pull, cancel: cancelled.announce }
    return new Response(new ReadableStream(body, { highWaterMark: 0 }))
  }
  const clock = manualClock()
  const client = clientFor('https://shop.example', { fetch, timeoutMs: 700 }, clock)
  const call = failureOf(client.orders.get('T1', { maxAttempts: 1 }))
  await read.comes
  clock.advance(700)
  expect(await call).toMatchObject({ name: 'ScalapayTimeoutError', outcome: 'unknown' })
  await cancelled.comes
})

it('a key that takes too long to come means that nothing was sent', async () => {
  const server = await startScript(approved)
  const asked = moment()
  const apiKey = () => {
    asked.announce()
    return new Promise<never>(() => undefined)
  }
  const clock = manualClock()
  const client = clientFor(server.url, { apiKey, timeoutMs: 700 }, clock)
  const call = failureOf(client.orders.get('T1', { maxAttempts: 1 }))
  await asked.comes
  clock.advance(700)
  expect(await call).toMatchObject({ name: 'ScalapayTimeoutError', outcome: 'not-sent' })
  expect(server.connections()).toBe(0)
})

async function untilPending(clock: { pending: () => number }): Promise<void> {
  while (clock.pending() === 0) await new Promise((resolve) => setImmediate(resolve))
}

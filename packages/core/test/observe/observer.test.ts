import { describe, expect, it, vi } from 'vitest'
import type { Logger } from '../../src/index.js'
import { type Channel, createObserver } from '../../src/transport/observe.js'
import { capturingLogger } from '../leak/expose.js'
import { clientFor } from '../support/clients.js'
import { json, startScript } from '../support/scripted-server.js'
import { listen } from './listeners.js'

const captured = json(200, { token: 'T1', status: 'APPROVED' })
const report = { operation: 'getOrder', durationMs: 1, attempt: 1, attempts: 1 }

/** Channels that nobody need to subscribe to, by their names. */
function fakeChannels(hasSubscribers: boolean, publish: Channel['publish'] = () => undefined) {
  const names: string[] = []
  const open = (name: string): Channel => {
    names.push(name)
    return { hasSubscribers, publish }
  }
  return { names, open }
}

describe('when nobody listens', () => {
  it('no report is made, and none published', () => {
    const make = vi.fn(() => report)
    const publish = vi.fn()
    const observer = createObserver(undefined, fakeChannels(false, publish).open)
    observer.attempt(make)
    observer.operation(make)
    expect(make).not.toHaveBeenCalled()
    expect(publish).not.toHaveBeenCalled()
  })

  it('to the channels, the log is written all the same', () => {
    const { logger, lines } = capturingLogger()
    const publish = vi.fn()
    createObserver(logger, fakeChannels(false, publish).open).attempt(() => report)
    expect(lines).toHaveLength(1)
    expect(publish).not.toHaveBeenCalled()
  })
})

it('a listener that comes later is heard from then on', async () => {
  const server = await startScript(captured)
  const client = clientFor(server.url)
  await client.payments.capture({ token: 'T1' })
  const { attempts } = listen()
  await client.payments.capture({ token: 'T1' })
  expect(attempts).toHaveLength(1)
})

it('the channels have the names that are documented', () => {
  const { names, open } = fakeChannels(false)
  createObserver(undefined, open)
  expect(names).toEqual(['scalapay-kit:attempt', 'scalapay-kit:operation'])
})

describe('a listener that fails changes nothing:', () => {
  const fail = () => {
    throw new Error('the disk is full')
  }
  const failLater = () => Promise.reject(new Error('the disk is full'))

  it.each([
    ['throws', fail],
    ['rejects', failLater],
  ])('a log that %s', async (_how, write) => {
    const logger: Logger = { debug: write, info: write, warn: write, error: write }
    const server = await startScript(json(503, {}), captured)
    const { operations } = listen()
    const capture = await clientFor(server.url, { logger }).payments.capture({ token: 'T1' })
    expect(capture.status).toBe('APPROVED')
    expect(operations).toHaveLength(1)
  })

  it('a channel that throws', () => {
    const { logger, lines } = capturingLogger()
    const observer = createObserver(logger, fakeChannels(true, fail).open)
    observer.attempt(() => report)
    observer.operation(() => report)
    expect(lines).toHaveLength(1)
  })
})

it('a log that writes to its fields does not change the message on the channel', async () => {
  const write = (fields: object) => {
    Object.assign(fields, { level: 'info' })
  }
  const { attempts } = listen()
  const server = await startScript(captured)
  const logger: Logger = { debug: write, info: write, warn: write, error: write }
  await clientFor(server.url, { logger }).orders.get('T1')
  expect(attempts).toHaveLength(1)
  expect(attempts[0]).not.toHaveProperty('level')
})

it('a logger is called as a method of itself', async () => {
  class PinoLike implements Logger {
    lines: object[] = []
    debug(fields: object) {
      this.lines.push(fields)
    }
    info() {}
    warn() {}
    error() {}
  }
  const logger = new PinoLike()
  const server = await startScript(captured)
  await clientFor(server.url, { logger }).orders.get('T1')
  expect(logger.lines).toHaveLength(1)
})

import http from 'node:http'
import type { Socket } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { responseOf } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, json, startScript } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'

const approved = json(200, { token: 'T1', status: 'APPROVED' })

it.each(transports)(
  'a capture whose connection is dropped is repeated over another with $transport',
  async ({ options }) => {
    const server = await startScript(approved, drop, approved)
    const client = clientFor(server.url, options)
    await client.orders.get('T1')
    const capture = await client.payments.capture({ token: 'T1' })
    const { attempts, idempotencyKey } = responseOf(capture)
    expect(attempts).toBe(2)
    const keys = server.seen.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toEqual([undefined, idempotencyKey, idempotencyKey])
  },
)

describe('the Node transport', () => {
  it('carries twenty calls in a row over one connection', async () => {
    const server = await startScript(approved)
    const client = clientFor(server.url)
    for (let call = 0; call < 20; call += 1) await client.orders.get('T1')
    expect(server.seen).toHaveLength(20)
    expect(server.connections()).toBe(1)
  })

  it('goes through the function that a tracing tool has put in the place of http.request, even late', async () => {
    const server = await startScript(approved)
    const client = clientFor(server.url)
    await client.orders.get('T1')
    const traced = vi.spyOn(http, 'request')
    onTestFinished(() => traced.mockRestore())
    await client.orders.get('T1')
    expect(traced).toHaveBeenCalledTimes(1)
    expect(server.seen).toHaveLength(2)
  })

  it('S56 cold serverless: repeats a capture that met a connection which had been closed while idle', async () => {
    const sockets: (Socket | null)[] = []
    const server = await startScript((request, response) => {
      sockets.push(response.socket)
      approved(request, response)
    })
    const client = clientFor(server.url)
    await client.orders.get('T1')
    // The client cannot know yet: it learns of it when it writes.
    sockets[0]?.destroy()
    const capture = await client.payments.capture({ token: 'T1' }, { idempotencyKey: 'my-key' })
    expect(responseOf(capture)).toMatchObject({ attempts: 2, idempotencyKey: 'my-key' })
    const keys = server.seen.map(({ headers }) => headers['idempotency-key'])
    expect(keys).toEqual([undefined, 'my-key'])
  })

  it('does not claim that nothing was sent over a connection that it has used before', async () => {
    const server = await startScript(approved, drop)
    const client = clientFor(server.url)
    await client.orders.get('T1')
    const call = client.payments.capture({ token: 'T1' }, { maxAttempts: 1 })
    expect(await failureOf(call)).toMatchObject({
      name: 'ScalapayConnectionError',
      outcome: 'unknown',
    })
    expect(server.connections()).toBe(1)
  })

  it('opens at most 64 connections; further calls wait for a free one', async () => {
    const waiting: (() => void)[] = []
    const server = await startScript((request, response) => {
      waiting.push(() => approved(request, response))
    })
    const client = clientFor(server.url)
    const calls = Array.from({ length: 70 }, () => client.orders.get('T1'))
    await server.received(64)
    expect(server.connections()).toBe(64)
    for (let answered = 0; answered < 70; answered += 1) {
      await server.received(answered + 1)
      waiting[answered]?.()
    }
    await Promise.all(calls)
    expect(server.connections()).toBe(64)
  })

  it('opens connections again after close()', async () => {
    const server = await startScript(approved)
    const client = clientFor(server.url)
    await client.orders.get('T1')
    await client.close()
    await client.orders.get('T1')
    expect(server.connections()).toBe(2)
  })
})

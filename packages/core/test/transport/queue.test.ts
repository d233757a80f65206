import { createServer as createHttpServer, type RequestListener } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createAuthority, createCertificate } from '../support/certificates.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'

const authority = await createAuthority('A private authority')
const identity = await createCertificate({ hosts: ['localhost'], signedBy: authority })

/** A server that lets reads wait until told, commits every charge, and drops its connection instead of an answer. */
async function startTill(scheme: 'http' | 'https') {
  let charges = 0
  let isOpen = false
  const waiting: (() => void)[] = []
  const listener: RequestListener = (request, response) => {
    if (request.method === 'POST') {
      charges += 1
      response.socket?.destroy()
      return
    }
    const answer = () => response.end('{"token":"T1","status":"charged"}')
    if (isOpen) answer()
    else waiting.push(answer)
  }
  const server =
    scheme === 'http' ? createHttpServer(listener) : createHttpsServer(identity, listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `${scheme}://localhost:${port}`,
    charges: () => charges,
    open: () => {
      isOpen = true
      for (const answer of waiting.splice(0)) answer()
    },
    isFull: () => waiting.length === 64,
  }
}

/** Waits for what other connections do, turn by turn of the event loop. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve))
}

describe.each(['http', 'https'] as const)(
  'over %s, a call that waited for a connection',
  (scheme) => {
    const options = scheme === 'https' ? { tls: { ca: authority.cert } } : {}

    it('is not taken for unsent when its connection is dropped', async () => {
      const till = await startTill(scheme)
      const client = clientFor(till.url, { ...options, deviceApiKey: 'a-device-key-0123' })
      const reads = Array.from({ length: 64 }, () => client.orders.get('T1'))
      await until(till.isFull)
      const body = {
        totalAmount: { amount: '25.00', currency: 'EUR' },
        preApprovalCode: '85633887',
        requestId: 'request-1',
        merchantOperatorId: 'till-3',
        merchantReference: 'order-1',
        items: [],
      }
      const charging = failureOf(client.raw.POST('/v1/instore/orders', { body }))
      till.open()
      expect(await charging).toMatchObject({
        name: 'ScalapayConnectionError',
        outcome: 'unknown',
        attempts: 1,
      })
      await Promise.all(reads)
      expect(till.charges()).toBe(1)
    })

    it('leaves no listener behind on it', async () => {
      const till = await startTill(scheme)
      till.open()
      const warnings: string[] = []
      const note = (warning: Error) => warnings.push(warning.name)
      process.on('warning', note)
      onTestFinished(() => {
        process.off('warning', note)
      })
      const client = clientFor(till.url, options)
      await Promise.all(Array.from({ length: 1024 }, () => client.orders.get('T1')))
      await new Promise((resolve) => setImmediate(resolve))
      expect(warnings).toEqual([])
    })
  },
)

describe('close()', () => {
  it('lets a call in flight come to its end', async () => {
    const answers: (() => void)[] = []
    const approved = json(200, { token: 'T1', status: 'APPROVED' })
    const server = await startScript((request, response) => {
      answers.push(() => approved(request, response))
    })
    const client = clientFor(server.url)
    const capturing = client.payments.capture({ token: 'T1' })
    await server.received(1)
    await client.close()
    answers[0]?.()
    expect(await capturing).toMatchObject({ status: 'APPROVED' })
    expect(server.seen).toHaveLength(1)
  })
})

describe('a fetch whose error is its own cause', () => {
  it('does not hold the call for ever', async () => {
    const circle = new Error('round and round')
    circle.cause = circle
    const client = clientFor('https://api.test', { fetch: () => Promise.reject(circle) })
    const error = await failureOf(client.payments.capture({ token: 'T1' }, { maxAttempts: 1 }))
    expect(error).toMatchObject({ name: 'ScalapayConnectionError', outcome: 'unknown' })
  })
})

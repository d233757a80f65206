import { describe, expect, it } from 'vitest'
import { responseOf } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { manualClock } from '../support/manual-clock.js'
import { json, type Step, startScript, text } from '../support/scripted-server.js'

const approved = { token: 'T1', status: 'APPROVED' }

async function captureOver(...steps: Step[]) {
  const server = await startScript(...steps)
  const result = await clientFor(server.url).payments.capture({ token: 'T1' })
  return { result, server }
}

describe('responseOf', () => {
  it('tells of the answer that a result came from', async () => {
    const headers = { 'x-amzn-RequestId': 'request-1', 'X-Other': 'value' }
    const { result, server } = await captureOver(text(503, ''), json(200, approved, headers))
    expect(responseOf(result)).toEqual({
      status: 200,
      headers: expect.objectContaining({ 'x-amzn-requestid': 'request-1', 'x-other': 'value' }),
      attempts: 2,
      idempotencyKey: server.seen[1]?.headers['idempotency-key'],
      idempotencyReplayed: false,
      requestId: 'request-1',
      durationMs: expect.any(Number),
    })
  })

  it.each([
    ['true', true],
    ['True', true],
    ['false', false],
    ['', false],
  ])('for Request-Idempotency: %s says idempotencyReplayed %s', async (header, replayed) => {
    const { result } = await captureOver(json(200, approved, { 'request-idempotency': header }))
    expect(responseOf(result).idempotencyReplayed).toBe(replayed)
  })

  it('counts the milliseconds of all attempts by a clock that is never set back', async () => {
    const clock = manualClock()
    const slow: Step = (request, response) => {
      clock.advance(120)
      json(200, approved)(request, response)
    }
    const server = await startScript(slow)
    const result = await clientFor(server.url, {}, clock).payments.capture({ token: 'T1' })
    expect(responseOf(result).durationMs).toBe(120)
  })

  it('has no key and no request id where there were none', async () => {
    const server = await startScript(json(200, { token: 'T1' }))
    const order = await clientFor(server.url).orders.get('T1')
    expect(responseOf(order)).toMatchObject({ idempotencyKey: undefined, requestId: undefined })
  })

  it('knows nothing of a copy', async () => {
    const { result } = await captureOver(json(200, approved))
    for (const copy of [{ ...result }, structuredClone(result), {}]) {
      expect(() => responseOf(copy)).toThrow(
        new TypeError(
          'responseOf needs the very object that a method of the client returned, not a copy of it.',
        ),
      )
    }
  })
})

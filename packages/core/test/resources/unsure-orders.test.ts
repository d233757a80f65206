import { describe, expect, it } from 'vitest'
import { eur } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, json, startScript } from '../support/scripted-server.js'

describe('an order of which a capture may have been carried out', () => {
  it('takes no further capture from this client, since no read shows what was captured', async () => {
    const server = await startScript(drop, json(200, { token: 'T2' }))
    const { multiCapture } = clientFor(server.url)
    const amount = eur('40.00')
    expect(await failureOf(multiCapture.capture('T1', { amount }))).toMatchObject({
      outcome: 'unknown',
      hint: expect.stringMatching(/^Do not repeat it/),
    })
    expect(await failureOf(multiCapture.capture('T1', { amount }))).toMatchObject({
      name: 'ScalapayRequestError',
      outcome: 'not-sent',
    })
    expect(server.seen).toHaveLength(1)
    await multiCapture.capture('T2', { amount })
    expect(server.seen).toHaveLength(2)
  })

  it('is not refunded a second time by this client, since money might go back twice', async () => {
    const server = await startScript(drop, json(200, { token: 'T1' }))
    const { multiCapture } = clientFor(server.url)
    const refund = { refundAmount: eur('40.00') }
    expect(await failureOf(multiCapture.refund('T1', refund))).toMatchObject({ outcome: 'unknown' })
    expect(await failureOf(multiCapture.refund('T1', refund))).toMatchObject({
      name: 'ScalapayRequestError',
      operation: 'refundDelayedPayment',
      outcome: 'not-sent',
      hint: expect.stringContaining('go on with a new client'),
    })
    expect(server.seen).toHaveLength(1)
  })
})

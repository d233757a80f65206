import { eur, isScalapayError } from '@scalapay-kit/core'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Booted, boot } from '../src/client/boot.js'

/** A service that keeps its 500 under the key: no repetition tells whether the work was done, only the order does. */
async function keeper(): Promise<Booted> {
  const booted = await boot({ idempotency: { storeFailures: ['server-error'] } })
  onTestFinished(() => booted[Symbol.asyncDispose]())
  return booted
}

const outcomeOf = (error: unknown) => (isScalapayError(error) ? error.outcome : error)

const breakdowns = [
  ['before', []],
  ['after', [['refund', 1_000]]],
] as const

it.each(breakdowns)(
  'never claims to know what a refund did that broke down %s its work',
  async (when, refunds) => {
    const { client, emulator, approvedOrder, movements } = await keeper()
    const token = await approvedOrder()
    await client.payments.capture({ token })
    emulator.control.faults.add({
      match: { operation: 'refundPayment', nth: 1 },
      effect: { answer: 'error-500', when },
    })
    const refund = { refundAmount: eur('10.00'), merchantRefundReference: 'refund-1' }
    const outcomes: unknown[] = []
    for (let count = 0; count < 3; count += 1) {
      outcomes.push(await client.payments.refund(token, refund).then(() => 'done', outcomeOf))
    }
    expect(outcomes).toEqual(['unknown', 'unknown', 'unknown'])
    expect(movements().slice(1)).toEqual(refunds)
  },
)

describe.each([['before'], ['after']] as const)('a capture that broke down %s its work', (when) => {
  const expected = { merchantReference: 'order-1', totalAmount: eur('100.00') }

  async function brokenDown(): Promise<Booted & { token: string }> {
    const booted = await keeper()
    const token = await booted.approvedOrder('order-1')
    booted.emulator.control.faults.add({
      match: { operation: 'capturePayment', nth: 1 },
      effect: { answer: 'error-500', when },
    })
    return { ...booted, token }
  }

  it('is completed by the very call that met it', async () => {
    const { client, token, movements } = await brokenDown()
    const { outcome } = await client.checkout.complete({ token, expect: expected })
    expect([outcome, movements()]).toEqual(['captured', [['capture', 10_000]]])
  })

  it('is completed by the next process', async () => {
    const { client, connect, token, movements } = await brokenDown()
    const met = await client.payments.capture({ token }, { maxAttempts: 1 }).catch(outcomeOf)
    const { outcome } = await connect().checkout.complete({ token, expect: expected })
    expect([met, outcome, movements()]).toEqual(['unknown', 'captured', [['capture', 10_000]]])
  })

  it('is completed once by twenty calls at a time', async () => {
    const { client, connect, token, movements } = await brokenDown()
    const clients = [client, connect()]
    const completed = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        clients[index % 2]?.checkout.complete({ token, expect: expected }),
      ),
    )
    expect(new Set(completed.map((one) => one?.outcome))).toEqual(new Set(['captured']))
    expect(movements()).toEqual([['capture', 10_000]])
  })
})

it('delays and voids an order whose delay and void broke down', async () => {
  const { client, emulator, approvedOrder, movements } = await keeper()
  const token = await approvedOrder()
  for (const operation of ['delayPayment', 'voidPayment'] as const) {
    emulator.control.faults.add({ match: { operation, nth: 1 }, effect: { answer: 'error-500' } })
  }
  expect(await client.payments.delay(token)).toMatchObject({ status: 'AUTHORIZED' })
  expect(await client.payments.void(token)).toMatchObject({ token })
  expect(movements()).toEqual([['void', 10_000]])
})

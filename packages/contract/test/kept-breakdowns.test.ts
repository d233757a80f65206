import { eur, isScalapayError } from '@scalapay-kit/core'
import { expect, it, onTestFinished } from 'vitest'
import { type Booted, boot } from '../src/boot.js'

/** A service that keeps its 500 under the key: no repetition ever tells whether the work was done. */
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

it.each([['before'], ['after']] as const)(
  'captures once or says that it does not know, when a capture broke down %s its work',
  async (when) => {
    const { client, emulator, approvedOrder, movements } = await keeper()
    const token = await approvedOrder('order-1')
    emulator.control.faults.add({
      match: { operation: 'capturePayment', nth: 1 },
      effect: { answer: 'error-500', when },
    })
    const expected = { merchantReference: 'order-1', totalAmount: eur('100.00') }
    const outcome = await client.checkout
      .complete({ token, expect: expected, capture: 'full' })
      .then(({ outcome }) => outcome, outcomeOf)
    expect([
      ['captured', [['capture', 10_000]]],
      ['unknown', []],
    ]).toContainEqual([outcome, movements()])
  },
)

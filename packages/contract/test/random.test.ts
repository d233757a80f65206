import type { FaultName } from '@scalapay-kit/emulator'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Booted, boot } from '../src/client/boot.js'
import { type Books, Merchant, type OrderStory } from '../src/client/merchant.js'
import { faultRules, idempotencySwitches, SEED, WORLDS } from './worlds.js'

/** Everything that may go wrong without the emulator telling a lie about money: a 4xx after the work was done is one. */
const faults: FaultName[] = [
  'reset-before',
  'reset-after',
  'error-500',
  'error-500=after',
  'html-502',
  'html-502=after',
  'no-message',
  'gateway-message=after',
  'conflict-409',
  'conflict-409=after',
  'rate-limit-429',
  'unauthorized-string',
  'unauthorized-text',
  'truncate',
  'malformed-json',
  'empty-body',
  'capture-status',
  'capture-status=PENDING',
]

/** What nothing but a human finds out, or a look-up for a create, where the service keeps its breakdowns under the key. */
const UNTOLD = ['createOrder', 'refundPayment', 'voidPayment']

const stories: fc.Arbitrary<OrderStory> = fc.record({
  shopper: fc.constantFrom('approves', 'approves', 'approves', 'declines', 'cancels', 'leaves'),
  capture: fc.oneof(
    fc.constantFrom('full', 'delay'),
    fc.integer({ min: 1, max: 10_000 }),
  ) as fc.Arbitrary<OrderStory['capture']>,
  refunds: fc.array(fc.integer({ min: 1, max: 7_000 }), { maxLength: 3 }),
  voids: fc.boolean(),
})

const worlds = fc.record({
  switches: fc.record({
    seed: fc.nat(),
    readStatusAfterPartialRefund: fc.constantFrom('charged', 'refunded'),
    idempotency: idempotencySwitches(60_000, 86_400_000),
  }),
  rules: faultRules(faults),
  orders: fc.array(stories, { minLength: 1, maxLength: 4 }),
})

type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never

async function live(world: World): Promise<void> {
  await using booted = await boot(world.switches)
  for (const { effect, probability } of world.rules) {
    booted.emulator.control.faults.add({ match: { probability }, effect })
  }
  const merchant = new Merchant(booted)
  for (const [index, story] of world.orders.entries()) {
    judge(await merchant.live(story, `order-${index}`), booted)
  }
  expect(merchant.lies).toEqual([])
  const isTold = (operation: string) =>
    world.switches.idempotency.storeFailures !== true || !UNTOLD.includes(operation)
  expect(merchant.neverTold.filter(isTold)).toEqual([])
}

/** Holds the merchant's books against the emulator's ledger. */
function judge(books: Books, { emulator }: Booted): void {
  const orders = emulator.control.orders()
  const own = orders.filter((order) => order.merchantReference === books.merchantReference)
  expect(own.map(({ token }) => token)).toEqual(books.token === undefined ? [] : [books.token])
  const ledger = emulator.control.ledger().filter((entry) => entry.orderToken === books.token)
  const amounts = (kind: string) =>
    ledger.filter((entry) => entry.kind === kind).map((entry) => entry.amountInCents)

  const captures = amounts('capture')
  expect(captures.length).toBeLessThanOrEqual(1)
  const captured = captures[0] ?? 0
  expect(captured).toBeLessThanOrEqual(10_000)
  expect(captures).toHaveLength(isPaid(books) ? 1 : 0)

  const refunds = amounts('refund')
  const refunded = (told: boolean | undefined) =>
    books.refunds.filter(({ done }) => done === told).map(({ cents }) => cents)
  const untold = without(refunds, refunded(true))
  // Each refund that the merchant was never told about was made once or not at all.
  without(refunded(undefined), untold)
  expect(refunds.reduce((sum, cents) => sum + cents, 0)).toBeLessThanOrEqual(captured)
}

/** The amounts of a list without those of another, each of which must be in it. */
function without(all: readonly number[], some: readonly number[]): number[] {
  const rest = [...all]
  for (const amount of some) {
    expect(rest).toContain(amount)
    rest.splice(rest.indexOf(amount), 1)
  }
  return rest
}

function isPaid({ settled }: Books): boolean {
  return settled === 'captured' || settled === 'refunded'
}

it('moves no euro twice and knows every outcome, whatever fails and however keys are kept', async () => {
  await fc.assert(fc.asyncProperty(worlds, live), { numRuns: WORLDS, seed: SEED })
}, 600_000)

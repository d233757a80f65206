import { randomBytes } from 'node:crypto'
import type { FaultName } from '@scalapay-kit/emulator'
import fc from 'fast-check'
import {
  type CartStore,
  comeBack,
  createIds,
  linesOf,
  MemoryCartStore,
  MemoryOrderStore,
  openCheckout,
  placeOrder,
  refundOrder,
  type SettleContext,
  type Shop,
  type ShopOrder,
  sampleShopper,
  sweepOpenOrders,
} from 'storefront'
import { expect, it } from 'vitest'
import { type Booted, boot } from '../src/client/boot.js'
import { faultRules, idempotencySwitches, SEED, WORLDS } from './worlds.js'

const JEANS = '12341235'
const MINUTES = 60_000

const faults: FaultName[] = [
  'reset-before',
  'reset-after',
  'error-500',
  'error-500=after',
  'html-502=after',
  'conflict-409',
  'truncate',
  'capture-status=DECLINED',
  'capture-status=PENDING',
]

/** What happens to one of three orders, of which the first two are for the same cart. */
interface Step {
  what:
    | 'approve'
    | 'cancel'
    | 'decline'
    | 'decline, and approve later'
    | 'return'
    | 'sweep'
    | 'refund'
    | 'change the cart'
    | 'wait'
  order: number
}

const worlds = fc.record({
  switches: fc.record({
    seed: fc.nat(),
    readStatusAfterVoid: fc.constantFrom('expired', 'voided', 'authorized'),
    idempotency: idempotencySwitches(86_400_000),
  }),
  rules: faultRules(faults),
  steps: fc.array(
    fc.record<Step>({
      what: fc.constantFrom(
        ...(['approve', 'approve', 'cancel', 'decline', 'decline, and approve later'] as const),
        ...(['return', 'return', 'sweep'] as const),
        ...(['refund', 'change the cart', 'wait'] as const),
      ),
      order: fc.nat(2),
    }),
    { maxLength: 20 },
  ),
})

type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never

interface Life {
  booted: Booted
  shop: Shop & SettleContext
  orders: readonly ShopOrder[]
}

/** A shop that has opened three checkouts. */
async function open(booted: Booted): Promise<Life> {
  const { control } = booted.emulator
  const quiet = () => undefined
  const shop = {
    scalapay: booted.connect({ retry: false }),
    orders: new MemoryOrderStore(() => Date.parse(control.clock.now().now)),
    carts: new MemoryCartStore(),
    ids: createIds(randomBytes),
    shopUrl: () => 'https://shop.example',
    log: { info: quiet, warn: quiet, error: quiet },
  }
  const orders: ShopOrder[] = []
  for (const cartId of ['same', 'same', 'other']) {
    const lines = linesOf(await fill(shop.carts, cartId, 1))
    const merchantReference = shop.ids.merchantReference()
    const placed = await placeOrder(shop, {
      cartId,
      lines,
      shopper: sampleShopper,
      merchantReference,
    })
    await openCheckout(shop, placed)
    orders.push(placed)
  }
  return { booted, shop, orders }
}

async function fill(carts: CartStore, cartId: string, pieces: number) {
  await carts.write(cartId, new Map([[JEANS, pieces]]))
  return carts.read(cartId)
}

async function take({ what, order: index }: Step, { booted, shop, orders }: Life): Promise<void> {
  const { control } = booted.emulator
  const order = await now(shop, orders[index])
  const token = order.checkout?.token ?? ''
  const comesBack = () => comeBack(shop, { url: `/return?orderToken=${token}`, cancelled: false })
  choose(what, booted, token)
  if (what === 'decline, and approve later') {
    await comesBack()
    choose('approve', booted, token)
  }
  if (what === 'return') await comesBack()
  if (what === 'sweep') await sweepOpenOrders(shop)
  if (what === 'refund') {
    const refundReference =
      order.refunds[0]?.reference ?? shop.ids.refundReference(order.merchantReference)
    await refundOrder(shop, order, { refundReference, amount: '100.00' })
  }
  if (what === 'change the cart') {
    const pieces = (await shop.carts.read(order.cartId)).get(JEANS)
    await fill(shop.carts, order.cartId, pieces === 1 ? 2 : 1)
  }
  if (what === 'wait') await control.clock.advance(12 * MINUTES)
}

/** What becomes of an order on the hosted page: an approval also after a cancel, and after a decline, which is taken back. */
function choose(what: Step['what'], booted: Booted, token: string): void {
  const { control } = booted.emulator
  const isWaiting = control.order(token).status === 'created'
  if (what === 'approve' && mayBeApproved(booted, token)) control.approve(token, { force: true })
  if (what === 'cancel' && isWaiting) control.cancel(token)
  if (what.startsWith('decline') && isWaiting) control.decline(token)
}

function mayBeApproved({ emulator: { control } }: Booted, token: string): boolean {
  const { status, lastEligibilityFeedback, expiresAt } = control.order(token)
  const isDeclined = status === 'expired' && lastEligibilityFeedback !== null
  const lives = Date.parse(expiresAt) > Date.parse(control.clock.now().now)
  return status === 'created' || (isDeclined && lives)
}

async function now(shop: Shop, order: ShopOrder | undefined): Promise<ShopOrder> {
  const found = await shop.orders.byId(order?.id ?? '')
  if (found === undefined) throw new Error('The shop has lost an order.')
  return found
}

const CLOSED: readonly ShopOrder['status'][] = ['declined', 'voided', 'expired']

async function live(world: World): Promise<void> {
  await using booted = await boot(world.switches)
  const life = await open(booted)
  const { control } = booted.emulator
  for (const { effect, probability } of world.rules) {
    control.faults.add({ match: { probability }, effect })
  }
  for (const step of world.steps) await take(step, life)
  const current = () => Promise.all(life.orders.map((order) => now(life.shop, order)))
  // A decline that was taken back since is the one end that is none.
  const closed = (await current()).filter(
    ({ status, checkout }) =>
      CLOSED.includes(status) && control.order(checkout?.token ?? '').status !== 'authorized',
  )
  control.faults.clear()
  // What is left is settled as the shop would: by its sweep, one order of a cart after the other.
  for (let times = 1; times <= 3; times += 1) await sweepOpenOrders(life.shop)
  const orders = await current()
  for (const order of orders) judge(order, booted)
  const paid = orders.filter(({ status }) => status === 'paid')
  expect(new Set(paid.map(({ cartId }) => cartId)).size).toBe(paid.length)
  const reopened = paid.filter(({ id }) => closed.some((order) => order.id === id))
  expect(reopened).toEqual([])
  await control.clock.advance(41 * MINUTES)
  await sweepOpenOrders(life.shop)
  expect(await life.shop.orders.open()).toEqual([])
}

/** Holds what the shop says of an order against Scalapay's own record of it. */
function judge({ status, checkout, refunds }: ShopOrder, { emulator }: Booted): void {
  const token = checkout?.token ?? ''
  const own = emulator.control.ledger().filter(({ orderToken }) => orderToken === token)
  const amounts = (kind: string) =>
    own.filter((entry) => entry.kind === kind).map(({ amountInCents }) => amountInCents)
  expect(amounts('capture')).toHaveLength(status === 'paid' ? 1 : 0)
  // Nothing that the shopper approved is left hanging.
  const atScalapay = emulator.control.order(token)
  if (atScalapay.captureStatus === 'pending') expect(atScalapay.status).not.toBe('authorized')
  // Open is only what the shopper may still pay.
  expect(status === 'open').toBe(atScalapay.status === 'created')
  const made = amounts('refund').length
  expect(made).toBeLessThanOrEqual(refunds.length)
  expect(made).toBeGreaterThanOrEqual(refunds.filter((refund) => refund.status === 'done').length)
}

it('charges each cart once and leaves no order hanging, whatever fails and wherever the shopper clicks', async () => {
  await fc.assert(fc.asyncProperty(worlds, live), { numRuns: WORLDS, seed: SEED })
}, 600_000)

import { randomBytes } from 'node:crypto'
import { Scalapay } from '@scalapay-kit/core'
import type { WebhookEvent } from '@scalapay-kit/core/webhooks'
import { type Emulator, type FaultName, startEmulator } from '@scalapay-kit/emulator'
import { expect, onTestFinished } from 'vitest'
import {
  createIds,
  linesOf,
  MemoryCartStore,
  MemoryOrderStore,
  openCheckout,
  placeOrder,
  type SettleContext,
  type Shop,
  type ShopOrder,
  sampleShopper,
} from '../../src/index.js'

const JEANS = '12341235'

export interface TestShop {
  readonly emulator: Emulator
  readonly context: Shop & SettleContext
  readonly log: string[]
  /** An order of that cart, with its checkout opened. */
  order(cartId?: string): Promise<ShopOrder & { readonly token: string }>
  /** An order whose checkout could not be opened: the call that does it has met this fault. */
  unopened(effect: FaultName): Promise<ShopOrder>
  /** How the shop has the order now. */
  statusOf(order: ShopOrder): Promise<ShopOrder['status'] | undefined>
}

/** A shop without a server: the parts that every framework puts together, selling through an emulator of its own. */
export async function aShop(): Promise<TestShop> {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  onTestFinished(() => emulator.close())
  const scalapay = new Scalapay({
    apiKey: emulator.merchantKey,
    environment: 'emulator',
    baseUrl: emulator.url,
    retry: false,
  })
  onTestFinished(() => scalapay.close())
  const log: string[] = []
  const note = (_fields: object, message: string) => log.push(message)
  const orders = new MemoryOrderStore(() => Date.parse(emulator.control.clock.now().now))
  const context = {
    scalapay,
    orders,
    carts: new MemoryCartStore(),
    ids: createIds(randomBytes),
    shopUrl: () => 'https://shop.example',
    log: { info: note, warn: note, error: note },
  }
  const place = async (cartId: string) => {
    const cart = new Map([[JEANS, 1]])
    await context.carts.write(cartId, cart)
    const merchantReference = context.ids.merchantReference()
    const lines = linesOf(cart)
    return placeOrder(context, { cartId, lines, shopper: sampleShopper, merchantReference })
  }
  return {
    emulator,
    context,
    log,
    order: async (cartId = 'cart') => {
      const placed = await place(cartId)
      await openCheckout(context, placed)
      const order = (await orders.byId(placed.id)) ?? placed
      return { ...order, token: order.checkout?.token ?? '' }
    },
    unopened: async (effect) => {
      const placed = await place('cart')
      emulator.control.faults.add({ match: { operation: 'createOrder', times: 1 }, effect })
      await expect(openCheckout(context, placed)).rejects.toMatchObject({
        name: 'ScalapayConnectionError',
      })
      return placed
    },
    statusOf: async ({ id }) => (await orders.byId(id))?.status,
  }
}

/** A verified event about an order. */
export function anEvent(status: string, token: string, merchantReference: string): WebhookEvent {
  const payload = { status, orderToken: token, merchantReference, totalAmount: 163 }
  return {
    id: `${status}-${token}`,
    status,
    orderToken: token,
    merchantReference,
    totalAmount: { amount: '163.00', currency: 'EUR' },
    signedAt: 0,
    possiblyRepeated: false,
    payload,
  }
}

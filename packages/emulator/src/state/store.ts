import type { Clock } from './clock.js'
import {
  createIdempotencyStore,
  type IdempotencyPolicy,
  type IdempotencyStore,
} from './idempotency.js'
import type { Change, Movement, Order } from './order.js'
import { expire, expiryOf } from './transitions.js'

/** One movement of money. */
export interface LedgerEntry {
  readonly kind: Movement['kind']
  readonly orderToken: string
  /** Minor units. */
  readonly amountInCents: number
  /** ISO 8601 in UTC. */
  readonly at: string
}

/** What belongs to one merchant key; another merchant's tokens mean nothing to it. */
export interface Merchant {
  readonly key: string
  readonly orders: ReadonlyMap<string, Order>
  readonly idempotency: IdempotencyStore
  /** Tokens that a write is working on. */
  readonly busy: Set<string>
}

/** Orders by merchant, and the ledger. */
export interface Store {
  readonly merchant: (key: string) => Merchant
  /** The merchant that an order belongs to, for those who know the token only: shopper and control plane. */
  readonly ownerOf: (token: string) => Merchant | undefined
  /** Every order, oldest first. */
  readonly orders: () => Order[]
  readonly ledger: () => readonly LedgerEntry[]
  /** Makes a change real: the only place where an order or the ledger changes. */
  readonly commit: (merchant: Merchant, change: Change) => void
}

/** Creates an empty store. */
export function createStore(clock: Clock, policy: IdempotencyPolicy): Store {
  const merchants = new Map<string, Merchant & { readonly orders: Map<string, Order> }>()
  const owners = new Map<string, Merchant>()
  const ledger: LedgerEntry[] = []

  function merchantOf(key: string) {
    const known = merchants.get(key)
    if (known !== undefined) return known
    const merchant = {
      key,
      orders: new Map<string, Order>(),
      idempotency: createIdempotencyStore(policy),
      busy: new Set<string>(),
    }
    merchants.set(key, merchant)
    return merchant
  }

  function commit(owner: Merchant, { order, movement }: Change): void {
    const { orders } = merchantOf(owner.key)
    const before = orders.get(order.token)
    orders.set(order.token, order)
    owners.set(order.token, owner)
    if (movement !== undefined) {
      ledger.push({
        kind: movement.kind,
        orderToken: order.token,
        amountInCents: movement.amountInCents,
        at: new Date(clock.now()).toISOString(),
      })
    }
    const expiry = expiryOf(order)
    if (expiry !== undefined && (before === undefined || expiryOf(before) !== expiry)) {
      clock.schedule(expiry, () => expireIfDue(owner, order.token))
    }
  }

  /** An order may have been captured or delayed since its expiry was put on the clock. */
  function expireIfDue(owner: Merchant, token: string): void {
    const order = owner.orders.get(token)
    const expiry = order === undefined ? undefined : expiryOf(order)
    if (order === undefined || expiry === undefined || expiry > clock.now()) return
    commit(owner, expire(order, { at: clock.now() }))
  }

  return {
    merchant: merchantOf,
    ownerOf: (token) => owners.get(token),
    orders: () => [...owners].flatMap(([token, owner]) => owner.orders.get(token) ?? []),
    ledger: () => ledger,
    commit,
  }
}

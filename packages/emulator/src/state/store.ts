import { timestamp } from './calendar.js'
import type { Clock } from './clock.js'
import { type Dispute, isResolved, resolved } from './dispute.js'
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

/** A movement of money with its order and its time, in epoch milliseconds. */
export interface RecordedMovement extends Movement {
  readonly orderToken: string
  readonly at: number
}

/** What belongs to one merchant key; another merchant's tokens mean nothing to it. */
export interface Merchant {
  readonly key: string
  readonly orders: ReadonlyMap<string, Order>
  /** Its part of the ledger, oldest first. */
  readonly movements: readonly RecordedMovement[]
  readonly disputes: ReadonlyMap<string, Dispute>
  readonly idempotency: IdempotencyStore
  /** Tokens that a write is working on. */
  readonly busy: Set<string>
}

interface MutableMerchant extends Merchant {
  readonly orders: Map<string, Order>
  readonly movements: RecordedMovement[]
  readonly disputes: Map<string, Dispute>
}

/** Orders and disputes by merchant, and the ledger. */
export interface Store {
  readonly merchant: (key: string) => Merchant
  /** The merchant that an order belongs to, for those who know the token only: shopper and control plane. */
  readonly ownerOf: (token: string) => Merchant | undefined
  /** Every order, oldest first. */
  readonly orders: () => Order[]
  /** The tokens of the orders, oldest first. */
  readonly tokens: () => string[]
  readonly ledger: () => readonly LedgerEntry[]
  /** Makes a change real: the only place where an order or the ledger changes. */
  readonly commit: (merchant: Merchant, change: Change) => void
  /** Makes a dispute, or its next version, real. A deadline that passes loses it. */
  readonly commitDispute: (merchant: Merchant, dispute: Dispute) => void
  /** The merchant that a dispute concerns. */
  readonly disputeOwner: (token: string) => Merchant | undefined
  /** Every dispute, oldest first. */
  readonly disputes: () => Dispute[]
}

/** Somebody who is told of every change of an order, once it is real. */
export type CommitListener = (owner: Merchant, order: Order, before: Order | undefined) => void

/** Creates an empty store. */
export function createStore(
  clock: Clock,
  policy: IdempotencyPolicy,
  committed: CommitListener,
): Store {
  const merchants = new Map<string, MutableMerchant>()
  const owners = new Map<string, Merchant>()
  const disputeOwners = new Map<string, Merchant>()
  const ledger: LedgerEntry[] = []

  function merchantOf(key: string): MutableMerchant {
    const known = merchants.get(key)
    if (known !== undefined) return known
    const merchant = {
      key,
      orders: new Map<string, Order>(),
      movements: [],
      disputes: new Map<string, Dispute>(),
      idempotency: createIdempotencyStore(policy),
      busy: new Set<string>(),
    }
    merchants.set(key, merchant)
    return merchant
  }

  function record(merchant: MutableMerchant, movement: RecordedMovement): void {
    merchant.movements.push(movement)
    ledger.push({ ...movement, at: timestamp(movement.at) })
  }

  function commit(owner: Merchant, { order, movements = [] }: Change): void {
    const merchant = merchantOf(owner.key)
    const before = merchant.orders.get(order.token)
    merchant.orders.set(order.token, order)
    owners.set(order.token, owner)
    for (const { kind, amountInCents } of movements) {
      record(merchant, { kind, orderToken: order.token, amountInCents, at: clock.now() })
    }
    const expiry = expiryOf(order)
    if (expiry !== undefined && (before === undefined || expiryOf(before) !== expiry)) {
      clock.schedule(expiry, () => expireIfDue(owner, order.token))
    }
    committed(owner, order, before)
  }

  /** An order may have been captured or delayed since its expiry was put on the clock. */
  function expireIfDue(owner: Merchant, token: string): void {
    const order = owner.orders.get(token)
    const expiry = order === undefined ? undefined : expiryOf(order)
    if (order === undefined || expiry === undefined || expiry > clock.now()) return
    commit(owner, expire(order, { at: clock.now() }))
  }

  function commitDispute(owner: Merchant, dispute: Dispute): void {
    const { disputes } = merchantOf(owner.key)
    const isNew = !disputes.has(dispute.token)
    disputes.set(dispute.token, dispute)
    disputeOwners.set(dispute.token, owner)
    if (isNew) clock.schedule(dispute.expiresAt, () => loseIfDue(owner, dispute.token))
  }

  /** The merchant may have won or lost the dispute before its deadline. */
  function loseIfDue(owner: Merchant, token: string): void {
    const dispute = owner.disputes.get(token)
    if (dispute === undefined || isResolved(dispute)) return
    commitDispute(owner, resolved(dispute, clock.now(), 'lost', 'evidence_deadline_expired'))
  }

  return {
    merchant: merchantOf,
    ownerOf: (token) => owners.get(token),
    orders: () => [...owners].flatMap(([token, owner]) => owner.orders.get(token) ?? []),
    tokens: () => [...owners.keys()],
    ledger: () => ledger,
    commit,
    commitDispute,
    disputeOwner: (token) => disputeOwners.get(token),
    disputes: () => [...disputeOwners].flatMap(([token, owner]) => owner.disputes.get(token) ?? []),
  }
}

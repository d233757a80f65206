import { ControlError } from '../control-error.js'
import type { Emulation } from '../emulation/emulation.js'
import { findOrder } from '../emulation/shopper.js'
import { DISPUTE_LIFE_MS } from '../state/assumptions.js'
import { heldInCents } from '../state/authorization.js'
import { timestamp } from '../state/calendar.js'
import {
  type Dispute,
  isResolved,
  type Liability,
  OPENING_REASONS,
  type OpeningReason,
  RESOLUTIONS,
  RESOLVING_REASONS,
  type Resolution,
  type ResolvingReason,
  resolved,
} from '../state/dispute.js'
import type { Order } from '../state/order.js'
import type { Merchant } from '../state/store.js'

/** How a dispute begins. */
export interface DisputeOpening {
  /** Why the shopper disputes. @default 'product_not_received' */
  readonly reason?: OpeningReason
  /** Minor units. @default all that is captured and not refunded */
  readonly amountInCents?: number
  /** `processing` when Scalapay is at it already. @default 'open' */
  readonly status?: 'open' | 'processing'
  /** The merchant's own id of the dispute, a text. @default none: reports show null */
  readonly merchantDisputeReference?: string
}

/** How a dispute ends. */
export interface DisputeResolution {
  /** `won` and `lost` are meant of the merchant; `closed` is the end of a dispute that nobody lost. */
  readonly status: Resolution
  /** Why it ends so. @default 'evidence_accepted' for `won`, 'evidence_rejected' for `lost`, 'customer_canceled' for `closed` */
  readonly reason?: ResolvingReason
}

/** A dispute as the control plane shows it; times are ISO 8601 in UTC, by the emulator's clock. */
export interface EmulatedDispute {
  /** By which `resolve` names it. */
  readonly token: string
  /** The token of the order that is disputed. */
  readonly orderToken: string
  /** `open` or `processing` until it ends. */
  readonly status: Dispute['status']
  /** Why the shopper disputes. */
  readonly openingReason: OpeningReason
  /** What the shopper asks back, in minor units. */
  readonly amountInCents: number
  /** The merchant's own id of the dispute; null when it has none. */
  readonly merchantDisputeReference: string | null
  /** When it was opened. */
  readonly createdAt: string
  /** When it is lost unless it is resolved before. */
  readonly expiresAt: string
  /** Why it ended; null until then. */
  readonly resolvingReason: ResolvingReason | null
  /** Who bears the loss: `pending` until the end, null when it is closed and there is none. */
  readonly liability: Liability | null
  /** When it ended; null until then. */
  readonly resolvedAt: string | null
}

/** Shoppers disputing captured orders. No money moves by it in the ledger: what Scalapay does then is unknown. */
export interface DisputeControl {
  /**
   * The shopper disputes a captured order; the merchant loses after 10 days unless the dispute ends before.
   *
   * @throws ShopperError when there is no such order. @throws ControlError when nothing of it can be disputed.
   */
  readonly open: (orderToken: string, opening?: DisputeOpening) => EmulatedDispute
  /** A dispute ends. @throws ControlError when there is no such dispute, or it is resolved. */
  readonly resolve: (token: string, resolution: DisputeResolution) => EmulatedDispute
  /** Every dispute, oldest first. */
  readonly list: () => EmulatedDispute[]
}

function viewOf(dispute: Dispute): EmulatedDispute {
  const { token, orderToken, status, openingReason, amountInCents, resolvedAt } = dispute
  return {
    token,
    orderToken,
    status,
    openingReason,
    amountInCents,
    merchantDisputeReference: dispute.merchantDisputeReference ?? null,
    createdAt: timestamp(dispute.createdAt),
    expiresAt: timestamp(dispute.expiresAt),
    resolvingReason: dispute.resolvingReason ?? null,
    liability: dispute.liability ?? null,
    resolvedAt: resolvedAt === undefined ? null : timestamp(resolvedAt),
  }
}

/** Over HTTP anything may come. */
function requireOneOf(name: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) throw new ControlError(`${name} must be one of ${known.join(', ')}`)
}

/** What the shopper can still ask for, in minor units. */
function disputable(order: Order): number {
  const held = heldInCents(order)
  if (held === 0) throw new ControlError('Only captured money can be disputed; capture the order')
  return held
}

function newDispute(emulation: Emulation, order: Order, opening: DisputeOpening): Dispute {
  const { reason = 'product_not_received', status = 'open', merchantDisputeReference } = opening
  const most = disputable(order)
  const { amountInCents = most } = opening
  requireOneOf('reason', reason, OPENING_REASONS)
  requireOneOf('status', status, ['open', 'processing'])
  if (!(Number.isInteger(amountInCents) && amountInCents >= 1 && amountInCents <= most)) {
    throw new ControlError(`amountInCents must be a whole number from 1 to ${most}`)
  }
  if (!['undefined', 'string'].includes(typeof merchantDisputeReference)) {
    throw new ControlError('merchantDisputeReference must be a text')
  }
  const at = emulation.clock.now()
  return {
    token: emulation.world.ids.disputeToken(),
    orderToken: order.token,
    status,
    openingReason: reason,
    amountInCents,
    createdAt: at,
    expiresAt: at + DISPUTE_LIFE_MS,
    ...(merchantDisputeReference === undefined ? {} : { merchantDisputeReference }),
    liability: 'pending',
  }
}

function openDispute(
  emulation: Emulation,
  token: string,
): { merchant: Merchant; dispute: Dispute } {
  emulation.clock.settle()
  const merchant = emulation.world.store.disputeOwner(token)
  const dispute = merchant?.disputes.get(token)
  if (merchant === undefined || dispute === undefined) {
    throw new ControlError('There is no dispute with this token; open one first', 'unknown')
  }
  if (isResolved(dispute)) throw new ControlError(`The dispute is ${dispute.status} already`)
  return { merchant, dispute }
}

/** Creates the part of the control plane that concerns disputes. */
export function createDisputeControl(emulation: Emulation): DisputeControl {
  return {
    open(orderToken, opening = {}) {
      const { merchant, order } = findOrder(emulation, orderToken)
      const dispute = newDispute(emulation, order, opening)
      emulation.world.store.commitDispute(merchant, dispute)
      return viewOf(dispute)
    },
    resolve(token, { status, reason }) {
      const { merchant, dispute } = openDispute(emulation, token)
      requireOneOf('status', status, RESOLUTIONS)
      if (reason !== undefined) requireOneOf('reason', reason, RESOLVING_REASONS)
      const ended = resolved(dispute, emulation.clock.now(), status, reason)
      emulation.world.store.commitDispute(merchant, ended)
      return viewOf(ended)
    },
    list() {
      emulation.clock.settle()
      return emulation.world.store.disputes().map(viewOf)
    },
  }
}

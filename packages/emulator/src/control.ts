import { createDisputeControl, type DisputeControl } from './control/disputes.js'
import { type ResetOptions, settingsAfterReset } from './control/reset.js'
import { createWebhookControl, type WebhookControl } from './control/webhooks.js'
import { ControlError } from './control-error.js'
import type { Emulation } from './emulation/emulation.js'
import type { LoggedRequest } from './emulation/request-log.js'
import { choose, findOrder, forceApproval, type ShopperResult } from './emulation/shopper.js'
import type { ActiveFault, FaultRule } from './faults/rules.js'
import { readStatus } from './routes/order-view.js'
import { timestamp } from './state/calendar.js'
import type { ClockMode } from './state/clock.js'
import type { HistoryEntry, Order, OrderOrigin } from './state/order.js'
import type { LedgerEntry } from './state/store.js'

/** One line of an order's history. */
export interface OrderHistoryEntry extends Omit<HistoryEntry, 'at'> {
  /** ISO 8601 in UTC, by the emulator's clock. */
  readonly at: string
}

/** An order as the control plane shows it; times are ISO 8601 in UTC, by the emulator's clock. */
export interface EmulatedOrder {
  /** By which every other function names it. */
  readonly token: string
  /** Which kind of operation created it. */
  readonly origin: OrderOrigin
  /** Which till, such as `device-1`; null online. */
  readonly deviceReference: string | null
  /** As reads of the API show it. */
  readonly status: string
  /** `pending`, `delayed`, `captured` or `voided`, as reads show it. */
  readonly captureStatus: string
  /** The merchant's own id of the order; null when none was sent, and once an update left it out. */
  readonly merchantReference: string | null
  /** The processor's id of the order; null until an update sends one. */
  readonly merchantProcessorReference: string | null
  /** What the shopper owes, in minor units; several captures lower it when they refund or close. */
  readonly totalInCents: number
  /** All that was ever captured, in minor units; refunds are not taken off. */
  readonly capturedInCents: number
  /** All that was given back of it, in minor units. */
  readonly refundedInCents: number
  /** When it was created. */
  readonly createdAt: string
  /** When the shopper's time ends and, unless the order is delayed, the merchant's time to capture. */
  readonly expiresAt: string
  /** When a delayed authorisation ends; null unless the order was delayed. */
  readonly authorizationExpiresAt: string | null
  /** Why the shopper was declined, such as `DECLINED_FRAUD`; null unless declined. */
  readonly lastEligibilityFeedback: string | null
  /** The hosted page on which the shopper pays. */
  readonly checkoutUrl: string
  /** The creation payload as it was sent. */
  readonly payload: Readonly<Record<string, unknown>>
  /** What happened, oldest first, with the merchant's raw bodies. */
  readonly history: readonly OrderHistoryEntry[]
}

/** The emulator's time. */
export interface ClockReading {
  /** Whether time goes by itself. */
  readonly mode: ClockMode
  /** ISO 8601 in UTC. */
  readonly now: string
}

/** The control plane in code: the same functions as the routes under `/_emulator`. */
export interface Control {
  /**
   * Forgets orders, ledger, faults, deliveries and log, sets a manual clock, the webhook settings and the switches back to
   * the start, but for the switches that it is given; keeps the seed unless given another.
   *
   * @throws ControlError naming every problem at once; nothing is reset then.
   */
  readonly reset: (options?: ResetOptions) => void
  /** Every order, oldest first. */
  readonly orders: () => EmulatedOrder[]
  /** One order. @throws ShopperError when there is no such order. */
  readonly order: (token: string) => EmulatedOrder
  /** Every movement of money, oldest first. */
  readonly ledger: () => LedgerEntry[]
  /**
   * What the shopper does on the checkout page; with `force`, also an order that was declined is authorised after all.
   *
   * @throws ShopperError when the order is not open.
   */
  readonly approve: (token: string, options?: { readonly force?: boolean }) => ShopperResult
  /**
   * The shopper is refused, which ends the order. The reason is what reads show as `lastEligibilityFeedback`; only its
   * default is known of the real service.
   *
   * @default reason 'DECLINED_FRAUD'
   * @throws ShopperError when the order is not open. @throws ControlError when the reason is no text.
   */
  readonly decline: (token: string, options?: { readonly reason?: string }) => ShopperResult
  /** The shopper leaves the page; the order stays open. @throws ShopperError when it is not open. */
  readonly cancel: (token: string) => ShopperResult
  /** The shopper's time is over for this order, whatever the clock says. @throws ShopperError when it is not open. */
  readonly expire: (token: string) => ShopperResult
  /** Disputes of captured orders. */
  readonly disputes: DisputeControl
  /** What your server is told, and how. */
  readonly webhooks: WebhookControl
  /** The emulator's time. */
  readonly clock: {
    /** What time it is. */
    readonly now: () => ClockReading
    /**
     * Moves time ahead and runs everything that becomes due, in order, deliveries to their end. A webhook handler must not
     * call it: it would wait for an advance that waits for the handler, until the delivery is timed out.
     *
     * @param milliseconds a whole number from 0 to a hundred years
     * @throws ControlError when it is none.
     */
    readonly advance: (milliseconds: number) => Promise<ClockReading>
  }
  /** The fault rules, of which the first that applies to a request wins. */
  readonly faults: {
    /** Adds a rule after those that there are. @throws FaultError when the rule is not understood. */
    readonly add: (rule: FaultRule) => ActiveFault
    /** Every rule, oldest first, with how often it matched and was applied. */
    readonly list: () => ActiveFault[]
    /** Removes one rule by its id. @throws ControlError when there is none with this id. */
    readonly remove: (id: string) => void
    /** Removes every rule. */
    readonly clear: () => void
  }
  /** The last 1,000 requests to the imitated API, oldest first, keys masked. */
  readonly requests: () => LoggedRequest[]
}

function viewOf(order: Order, emulation: Emulation): EmulatedOrder {
  return {
    token: order.token,
    origin: order.origin,
    deviceReference: order.deviceReference ?? null,
    status: readStatus(order, emulation.settings),
    captureStatus: order.captureStatus,
    merchantReference: order.merchantReference ?? null,
    merchantProcessorReference: order.merchantProcessorReference ?? null,
    totalInCents: order.totalInCents,
    capturedInCents: order.capturedInCents,
    refundedInCents: order.refundedInCents,
    createdAt: timestamp(order.createdAt),
    expiresAt: timestamp(order.expiresAt),
    authorizationExpiresAt:
      order.authorizationExpiresAt === undefined ? null : timestamp(order.authorizationExpiresAt),
    lastEligibilityFeedback: order.lastEligibilityFeedback ?? null,
    checkoutUrl: `${emulation.url}/checkout/${order.token}`,
    payload: order.payload,
    history: order.history.map((entry) => ({ ...entry, at: timestamp(entry.at) })),
  }
}

/** A hundred years: beyond it dates stop being valid sooner or later. */
const LONGEST_ADVANCE_MS = 3_153_600_000_000

/** Creates the control plane over the emulator's state. */
export function createControl(emulation: Emulation): Control {
  const { clock } = emulation
  const reading = (): ClockReading => ({ mode: clock.mode, now: timestamp(clock.now()) })
  return {
    reset({ seed = emulation.settings.seed, options } = {}) {
      const wanted = { seed, ...(options === undefined ? {} : { options }) }
      emulation.reset(settingsAfterReset(emulation.startSettings, wanted))
    },
    orders() {
      clock.settle()
      return emulation.world.store.orders().map((order) => viewOf(order, emulation))
    },
    order: (token) => viewOf(findOrder(emulation, token).order, emulation),
    ledger: () => [...emulation.world.store.ledger()],
    approve(token, { force = false } = {}) {
      if (typeof force !== 'boolean') throw new ControlError('force must be true or false')
      return force ? forceApproval(emulation, token) : choose(emulation, token, 'approve')
    },
    decline(token, { reason } = {}) {
      if (reason !== undefined && (typeof reason !== 'string' || reason === '')) {
        throw new ControlError('reason must be a text such as DECLINED_FRAUD')
      }
      return choose(emulation, token, 'decline', reason)
    },
    cancel: (token) => choose(emulation, token, 'cancel'),
    expire: (token) => choose(emulation, token, 'expire'),
    disputes: createDisputeControl(emulation),
    webhooks: createWebhookControl(emulation),
    clock: {
      now: reading,
      async advance(milliseconds) {
        // Times are written in whole milliseconds, on the wire as well.
        if (
          !(
            Number.isInteger(milliseconds) &&
            milliseconds >= 0 &&
            milliseconds <= LONGEST_ADVANCE_MS
          )
        ) {
          throw new ControlError('milliseconds must be a whole number from 0 to a hundred years')
        }
        await clock.advance(milliseconds)
        emulation.changes.announce()
        return reading()
      },
    },
    faults: {
      add: (rule) => emulation.world.faults.add(rule),
      list: () => emulation.world.faults.list(),
      remove(id) {
        if (emulation.world.faults.remove(id)) return
        throw new ControlError(
          'There is no fault rule with this id; list them for the ids',
          'unknown',
        )
      },
      clear: () => emulation.world.faults.clear(),
    },
    requests: () => emulation.world.requests.list(),
  }
}

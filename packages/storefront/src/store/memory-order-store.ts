import { equalMoney, type Money, toCents } from '@scalapay-kit/core'
import { ORDER_LIFE_MS } from '../domain/create-order.js'
import { type Checkout, type Refund, refundableAmount, type ShopOrder } from '../domain/order.js'
import {
  type Claim,
  type NewOrder,
  type OrderStore,
  REPEATABLE_FOR_MS,
  type RefundStart,
} from './order-store.js'

/**
 * After which a process that settles or refunds counts as dead: much longer than that takes with all its retries. Until then
 * the sweep has found what it left unsettled.
 */
const CLAIM_MS = 10 * 60_000

/** Orders in memory, gone with the process. No method waits half-way, which is what makes each atomic. */
export class MemoryOrderStore implements OrderStore {
  readonly #now: () => number
  readonly #orders = new Map<string, ShopOrder>()
  /** Order id to when it was placed, or its checkout opened after that: epoch milliseconds. */
  readonly #opened = new Map<string, number>()
  /** Order id to when the claim of each request that is settling it ends, in epoch milliseconds. */
  readonly #claims = new Map<string, readonly number[]>()
  /** The orders whose shoppers know that they are paid. */
  readonly #told = new Set<string>()
  /** Order id and refund reference to each time that it was sent: epoch milliseconds. */
  readonly #sends = new Map<string, readonly number[]>()

  /** @param now epoch milliseconds; for tests */
  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  async addOnce(order: NewOrder): Promise<ShopOrder> {
    const known = this.#find((other) => other.merchantReference === order.merchantReference)
    if (known !== undefined) return known
    const added: ShopOrder = { ...order, status: 'open', refunds: [] }
    this.#orders.set(order.id, added)
    this.#opened.set(order.id, this.#now())
    return added
  }

  async byId(id: string): Promise<ShopOrder | undefined> {
    return this.#find((order) => order.id === id)
  }

  async byToken(token: string): Promise<ShopOrder | undefined> {
    return this.#find((order) => order.checkout?.token === token)
  }

  async open(): Promise<readonly ShopOrder[]> {
    return this.#all().filter(
      ({ id, status }) => isUndecided(status) || (status === 'declined' && this.#lives(id)),
    )
  }

  async bindFirstCheckout(id: string, checkout: Checkout): Promise<Checkout> {
    const { checkout: known, status } = this.#get(id)
    const isSame = known?.token === checkout.token
    // Nobody was sent to one without an address, so that one with an address may take its place.
    const isFirst =
      status !== 'paid' && known?.checkoutUrl === undefined && checkout.checkoutUrl !== undefined
    return known === undefined || isSame || isFirst ? this.#bind(id, checkout) : known
  }

  async claimCart(id: string): Promise<Claim> {
    const { cartId } = this.#get(id)
    const others = this.#all().filter((order) => order.cartId === cartId && order.id !== id)
    if (others.some((order) => order.status === 'paid')) return 'paid-elsewhere'
    const isBusy = (order: ShopOrder) =>
      order.status === 'unknown' || this.#claimsOn(order.id).length > 0
    if (others.some(isBusy)) return 'busy'
    this.#claims.set(id, [...this.#claimsOn(id), this.#now() + CLAIM_MS])
    return 'go'
  }

  async releaseCart(id: string): Promise<void> {
    this.#claims.set(id, this.#claimsOn(id).slice(1))
  }

  async markPaid(id: string): Promise<boolean> {
    if (this.#get(id).status === 'paid') return false
    this.#change(id, { status: 'paid' })
    return true
  }

  async markTold(id: string): Promise<boolean> {
    if (this.#told.has(id)) return false
    this.#told.add(id)
    return true
  }

  async markUnpaid(
    id: string,
    token: string,
    status: Exclude<ShopOrder['status'], 'paid'>,
  ): Promise<boolean> {
    const { status: before, checkout } = this.#get(id)
    if (checkout?.token !== token) return false
    // What may have been captured, or was declined, stays so until Scalapay says how it ended.
    const knowsMore = status === 'open' && (before === 'unknown' || before === 'declined')
    if (before !== 'paid' && !knowsMore) this.#change(id, { status })
    return isUndecided(before) && !isUndecided(status)
  }

  async startRefund(id: string, reference: string, amount: Money): Promise<RefundStart> {
    const order = this.#get(id)
    const known = order.refunds.find((refund) => refund.reference === reference)
    if (known !== undefined) {
      if (!equalMoney(known.amount, amount)) return 'refused'
      if (known.status === 'sending') return 'under-way'
      if (known.status === 'done') return 'known'
      const [sentAt = 0] = this.#sendsOf(id, reference)
      if (this.#now() - sentAt > REPEATABLE_FOR_MS) return 'too-late'
      this.#noteSend(id, reference)
      this.#setRefund(order, reference, 'sending')
      return 'resend'
    }
    const cents = toCents(amount)
    if (cents <= 0 || cents > toCents(refundableAmount(order))) return 'refused'
    this.#noteSend(id, reference)
    this.#change(id, { refunds: [...order.refunds, { reference, amount, status: 'sending' }] })
    return 'go'
  }

  async endRefund(
    id: string,
    reference: string,
    status: Refund['status'] | undefined,
  ): Promise<void> {
    const order = this.#get(id)
    const known = order.refunds.find((refund) => refund.reference === reference)
    if (known?.status === 'done') return
    // What another request has sent too is not undone by what became of this one.
    const isForgotten = status === undefined && this.#sendsOf(id, reference).length < 2
    if (isForgotten) this.#sends.delete(`${id}/${reference}`)
    this.#setRefund(order, reference, isForgotten ? undefined : (status ?? 'unknown'))
  }

  #bind(id: string, checkout: Checkout): Checkout {
    const { checkout: known, status } = this.#get(id)
    if (known?.token === checkout.token) {
      const bound = { ...known, ...checkout }
      this.#change(id, { checkout: bound })
      return bound
    }
    this.#opened.set(id, this.#now())
    const isClosed = status !== 'paid' && !isUndecided(status)
    this.#change(id, { checkout, ...(isClosed && { status: 'open' }) })
    return checkout
  }

  #sendsOf(id: string, reference: string): readonly number[] {
    return this.#sends.get(`${id}/${reference}`) ?? []
  }

  #noteSend(id: string, reference: string): void {
    this.#sends.set(`${id}/${reference}`, [...this.#sendsOf(id, reference), this.#now()])
  }

  #claimsOn(id: string): readonly number[] {
    return (this.#claims.get(id) ?? []).filter((endsAt) => endsAt > this.#now())
  }

  #setRefund(order: ShopOrder, reference: string, status: Refund['status'] | undefined): void {
    const refunds = order.refunds.flatMap((refund) => {
      if (refund.reference !== reference) return [refund]
      return status === undefined ? [] : [{ ...refund, status }]
    })
    this.#change(order.id, { refunds })
  }

  #find(matches: (order: ShopOrder) => boolean): ShopOrder | undefined {
    return this.#all().find(matches)
  }

  /**
   * As they are by now: an order for which no checkout came in time has expired, and a refund whose request never came back is
   * of unknown outcome.
   */
  #all(): readonly ShopOrder[] {
    return [...this.#orders.values()].map((order) => ({
      ...order,
      ...(order.checkout === undefined && !this.#lives(order.id) && { status: 'expired' }),
      refunds: order.refunds.map((refund) =>
        this.#isGivenUp(order.id, refund) ? { ...refund, status: 'unknown' } : refund,
      ),
    }))
  }

  #lives(id: string): boolean {
    return this.#now() - (this.#opened.get(id) ?? 0) < ORDER_LIFE_MS
  }

  #isGivenUp(id: string, { reference, status }: Refund): boolean {
    const sentLast = this.#sendsOf(id, reference).at(-1) ?? 0
    return status === 'sending' && this.#now() - sentLast >= CLAIM_MS
  }

  #get(id: string): ShopOrder {
    const order = this.#find((order) => order.id === id)
    if (order === undefined) throw new Error(`No order ${id}: addOnce() it first.`)
    return order
  }

  #change(id: string, change: Partial<ShopOrder>): void {
    this.#orders.set(id, { ...this.#get(id), ...change })
  }
}

function isUndecided(status: ShopOrder['status']): boolean {
  return status === 'open' || status === 'unknown'
}

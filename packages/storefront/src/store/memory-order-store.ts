import { equalMoney, type Money, toCents } from '@scalapay-kit/core'
import { type Checkout, type Refund, refundableAmount, type ShopOrder } from '../domain/order.js'
import {
  type Claim,
  type NewOrder,
  type OrderStore,
  REPEATABLE_FOR_MS,
  type RefundStart,
} from './order-store.js'

/** Much longer than settling takes with all its retries; until then the sweep has found what a dead process left. */
const CLAIM_MS = 10 * 60_000

/** Orders in memory, gone with the process. No method waits half-way, which is what makes each atomic. */
export class MemoryOrderStore implements OrderStore {
  readonly #now: () => number
  readonly #orders = new Map<string, ShopOrder>()
  /** Order id to when the claim of each request that is settling it ends, in epoch milliseconds. */
  readonly #claims = new Map<string, readonly number[]>()
  /** The orders whose shoppers know that they are paid. */
  readonly #told = new Set<string>()
  /** Order id and refund reference to when it was sent first: epoch milliseconds. */
  readonly #sentAt = new Map<string, number>()

  /** @param now epoch milliseconds; for tests */
  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  async addOnce(order: NewOrder): Promise<ShopOrder> {
    const known = this.#find((other) => other.merchantReference === order.merchantReference)
    if (known !== undefined) return known
    const added: ShopOrder = { ...order, status: 'open', refunds: [] }
    this.#orders.set(order.id, added)
    return added
  }

  async byId(id: string): Promise<ShopOrder | undefined> {
    return this.#orders.get(id)
  }

  async byToken(token: string): Promise<ShopOrder | undefined> {
    return this.#find((order) => order.checkout?.token === token)
  }

  async open(): Promise<readonly ShopOrder[]> {
    return [...this.#orders.values()].filter(
      ({ status, checkout }) =>
        checkout !== undefined && (status === 'open' || status === 'unknown'),
    )
  }

  async bindCheckout(id: string, checkout: Checkout): Promise<void> {
    this.#change(id, { checkout })
  }

  async claimCart(id: string): Promise<Claim> {
    const { cartId } = this.#get(id)
    const others = [...this.#orders.values()].filter(
      (order) => order.cartId === cartId && order.id !== id,
    )
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

  async markUnpaid(id: string, status: Exclude<ShopOrder['status'], 'paid'>): Promise<void> {
    const { status: before } = this.#get(id)
    // What may have been captured stays so until Scalapay says how it ended.
    const knowsMore = before === 'unknown' && status === 'open'
    if (before !== 'paid' && !knowsMore) this.#change(id, { status })
  }

  async startRefund(id: string, reference: string, amount: Money): Promise<RefundStart> {
    const order = this.#get(id)
    const known = order.refunds.find((refund) => refund.reference === reference)
    if (known !== undefined) {
      if (!equalMoney(known.amount, amount)) return 'refused'
      if (known.status === 'sending') return 'under-way'
      if (known.status === 'done') return 'known'
      const sentAt = this.#sentAt.get(`${id}/${reference}`) ?? 0
      if (this.#now() - sentAt > REPEATABLE_FOR_MS) return 'too-late'
      this.#setRefund(order, reference, 'sending')
      return 'resend'
    }
    const cents = toCents(amount)
    if (cents <= 0 || cents > toCents(refundableAmount(order))) return 'refused'
    this.#sentAt.set(`${id}/${reference}`, this.#now())
    this.#change(id, { refunds: [...order.refunds, { reference, amount, status: 'sending' }] })
    return 'go'
  }

  async endRefund(
    id: string,
    reference: string,
    status: Refund['status'] | undefined,
  ): Promise<void> {
    this.#setRefund(this.#get(id), reference, status)
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
    return [...this.#orders.values()].find(matches)
  }

  #get(id: string): ShopOrder {
    const order = this.#orders.get(id)
    if (order === undefined) throw new Error(`No order ${id}: addOnce() it first.`)
    return order
  }

  #change(id: string, change: Partial<ShopOrder>): void {
    this.#orders.set(id, { ...this.#get(id), ...change })
  }
}

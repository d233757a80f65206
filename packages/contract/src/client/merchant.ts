import { type CheckoutOutcome, eur, type Scalapay, ScalapayError } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import type { LedgerEntry } from '@scalapay-kit/emulator'
import type { Booted } from './boot.js'

/** What one order goes through. Amounts in minor units; an order is 100.00 EUR. */
export interface OrderStory {
  shopper: 'approves' | 'declines' | 'cancels' | 'leaves'
  /** How the shop settles: all, a part, or a delay first. */
  capture: 'full' | 'delay' | number
  /** Each under a reference of its own; they may ask for more than was captured. */
  refunds: readonly number[]
  /** Whether the shop tries to void whatever has become of the order. */
  voids: boolean
}

/** What the merchant's own books say in the end. */
export interface Books {
  merchantReference: string
  token: string | undefined
  settled: CheckoutOutcome | undefined
  /** Refund references with their amounts, by what the merchant was told; `undefined` where it never was. */
  refunds: { reference: string; cents: number; done: boolean | undefined }[]
}

const OPEN_TRIES = 10

/**
 * A careful merchant: repeats what is unknown from a fresh process, as after a crash, and believes the client's errors.
 * Every error that says that nothing happened is held against the ledger at once.
 */
export class Merchant {
  readonly #world: Booted
  readonly #lies: string[] = []
  readonly #neverTold: string[] = []

  constructor(world: Booted) {
    this.#world = world
  }

  /** Errors that claimed `not-sent` or `rejected` although money had moved. */
  get lies(): readonly string[] {
    return this.#lies
  }

  /** Operations whose outcome no repetition has told. */
  get neverTold(): readonly string[] {
    return this.#neverTold
  }

  /** Lives through a story and gives the books. */
  async live(story: OrderStory, merchantReference: string): Promise<Books> {
    const books: Books = { merchantReference, token: undefined, settled: undefined, refunds: [] }
    const token = await this.#create(merchantReference)
    if (token === undefined) return books
    books.token = token
    this.#shop(story.shopper, token)
    books.settled = await this.#settle(story, token, merchantReference)
    for (const [index, cents] of story.refunds.entries()) {
      const reference = `${merchantReference}-refund-${index}`
      const refund = { refundAmount: eur.cents(cents), merchantRefundReference: reference }
      const made = await this.#insist((client) => client.payments.refund(token, refund))
      const done = made instanceof ScalapayError ? undefined : made !== undefined
      books.refunds.push({ reference, cents, done })
    }
    if (story.voids) await this.#insist((client) => client.payments.void(token))
    return books
  }

  /** Creates an order, or finds the one that a create of unknown outcome has left. */
  async #create(merchantReference: string): Promise<string | undefined> {
    const order = sampleOrder({ merchantReference })
    const created = await this.#insist((client) => client.orders.create(order))
    if (!(created instanceof ScalapayError)) return created?.token
    const client = this.#world.connect()
    const [found] = await client.orders.find(created.findBy ?? {})
    if (found !== undefined) return found.orderToken
    const again = await client.orders.create(order, {
      idempotencyKey: `${merchantReference}-again`,
    })
    return again.token
  }

  #shop(shopper: OrderStory['shopper'], token: string): void {
    const { control } = this.#world.emulator
    if (shopper === 'approves') control.approve(token)
    if (shopper === 'declines') control.decline(token)
    if (shopper === 'cancels') control.cancel(token)
  }

  async #settle(
    { capture }: OrderStory,
    token: string,
    merchantReference: string,
  ): Promise<CheckoutOutcome | undefined> {
    const expect = { merchantReference, totalAmount: eur('100.00') }
    const complete = (how: 'full' | 'delay' | ReturnType<typeof eur>) =>
      this.#insist((client) => client.checkout.complete({ token, expect, capture: how }))
    if (capture === 'delay') await complete('delay')
    const amount = typeof capture === 'number' ? eur.cents(capture) : 'full'
    const completed = await complete(amount)
    if (completed instanceof ScalapayError) throw completed
    return completed?.outcome
  }

  /**
   * Repeats a call, each time from a process of its own, until its outcome is known. `undefined`: it was refused. An error:
   * it never became known.
   */
  async #insist<T>(call: (client: Scalapay) => Promise<T>): Promise<T | ScalapayError | undefined> {
    for (let tries = 1; tries < OPEN_TRIES; tries += 1) {
      const result = await this.#attempt(call)
      if (!(result instanceof ScalapayError)) return result
      if (isFinal(result)) return undefined
    }
    // The storm is over at last, and what it left open is learnt now.
    this.#world.emulator.control.faults.clear()
    const result = await this.#attempt(call)
    if (!(result instanceof ScalapayError)) return result
    if (isFinal(result)) return undefined
    if (result.outcome !== 'unknown') throw result
    this.#neverTold.push(String(result.operation))
    return result
  }

  async #attempt<T>(call: (client: Scalapay) => Promise<T>): Promise<T | ScalapayError> {
    const before = this.#ledger()
    try {
      return await call(this.#world.connect())
    } catch (error) {
      if (!(error instanceof ScalapayError)) throw error
      if (error.outcome !== 'unknown') this.#hold(error, before)
      return error
    }
  }

  #ledger(): readonly LedgerEntry[] {
    return this.#world.emulator.control.ledger()
  }

  #hold({ name, outcome }: ScalapayError, before: readonly LedgerEntry[]): void {
    const moved = this.#ledger().slice(before.length)
    if (moved.length > 0) this.#lies.push(`${name} said ${outcome}: ${JSON.stringify(moved)}`)
  }
}

/** Whether Scalapay has refused the intent itself, so that repeating it changes nothing. */
function isFinal({ name, outcome }: ScalapayError): boolean {
  const isAboutIntent = name === 'ScalapayRequestError' || name === 'ScalapayOrderNotFoundError'
  return isAboutIntent && outcome !== 'unknown'
}

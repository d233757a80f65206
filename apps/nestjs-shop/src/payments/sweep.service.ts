import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common'
import { Interval } from '@nestjs/schedule'
import { type Settlement, sweepOpenOrders } from 'storefront'
import { ShopService } from '../shop/shop.service.js'

const EVERY_MINUTE = 60_000

/** For what neither the shopper nor a webhook brings home: open orders are looked at again and again. */
@Injectable()
export class SweepService implements BeforeApplicationShutdown {
  readonly #ending = new AbortController()
  #current: Promise<unknown> | undefined

  constructor(private readonly shop: ShopService) {}

  /** Settles every open order now. */
  sweep(): Promise<Map<string, Settlement>> {
    return sweepOpenOrders(this.shop, this.#ending.signal)
  }

  @Interval(EVERY_MINUTE)
  async onInterval(): Promise<void> {
    // A sweep that takes longer than a minute is not begun a second time beside itself.
    if (this.#current !== undefined || this.#ending.signal.aborted) return
    this.#current = this.#sweepQuietly()
    await this.#current
    this.#current = undefined
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#ending.abort()
    await this.#current
  }

  async #sweepQuietly(): Promise<void> {
    try {
      await this.sweep()
    } catch (error) {
      this.shop.log.error({ err: error }, 'sweep broken off: the next one begins anew')
    }
  }
}

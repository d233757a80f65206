import type { AddressInfo } from 'node:net'
import { Inject, Injectable } from '@nestjs/common'
import { ConfigService } from '@nestjs/config'
import { HttpAdapterHost } from '@nestjs/core'
import { Scalapay } from '@scalapay-kit/nestjs'
import type { CartStore, Ids, OrderStore, Shop, ShopOptions } from 'storefront'
import { ShopLogger } from './shop.logger.js'
import { CARTS, IDS, ORDERS } from './shop.tokens.js'

/** What every part of the shop works with. */
@Injectable()
export class ShopService implements Shop {
  constructor(
    readonly scalapay: Scalapay,
    @Inject(ORDERS) readonly orders: OrderStore,
    @Inject(CARTS) readonly carts: CartStore,
    @Inject(IDS) readonly ids: Ids,
    readonly log: ShopLogger,
    private readonly config: ConfigService<ShopOptions, true>,
    private readonly adapterHost: HttpAdapterHost,
  ) {}

  /** A function of its own, as the storefront takes it out of the shop. */
  readonly shopUrl = (): string => {
    const publicUrl = this.config.get('publicUrl', { infer: true })
    if (publicUrl !== undefined) return publicUrl
    const { port } = this.adapterHost.httpAdapter.getHttpServer().address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }
}

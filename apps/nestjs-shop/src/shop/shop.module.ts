import { randomBytes } from 'node:crypto'
import { Global, Module } from '@nestjs/common'
import { ConfigService } from '@nestjs/config'
import { createIds, MemoryCartStore, MemoryOrderStore, type ShopOptions } from 'storefront'
import { ShopLogger } from './shop.logger.js'
import { ShopService } from './shop.service.js'
import { CARTS, IDS, ORDERS } from './shop.tokens.js'

type Config = ConfigService<ShopOptions, true>

/** Stores, ids and the client in one service, for all other modules. */
@Global()
@Module({
  providers: [
    {
      provide: ORDERS,
      inject: [ConfigService],
      useFactory: (config: Config) =>
        config.get('orders', { infer: true }) ?? new MemoryOrderStore(),
    },
    {
      provide: CARTS,
      inject: [ConfigService],
      useFactory: (config: Config) => config.get('carts', { infer: true }) ?? new MemoryCartStore(),
    },
    { provide: IDS, useFactory: () => createIds(randomBytes) },
    ShopLogger,
    ShopService,
  ],
  exports: [ShopService],
})
export class ShopModule {}

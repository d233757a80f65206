import { type DynamicModule, Module } from '@nestjs/common'
import { ConfigModule } from '@nestjs/config'
import { ScheduleModule } from '@nestjs/schedule'
import type { ShopOptions } from 'storefront'
import { CartModule } from './cart/cart.module.js'
import { CheckoutModule } from './checkout/checkout.module.js'
import { OrdersController } from './orders/orders.controller.js'
import { PagesModule } from './pages/pages.module.js'
import { PaymentsModule } from './payments/payments.module.js'
import { ProductsController } from './products/products.controller.js'
import { ShopModule } from './shop/shop.module.js'

@Module({})
export class AppModule {
  /**
   * @param load gives what the shop is built from: environment variables, or options of a test. `ConfigService` hands it on
   *   to whoever needs a part of it
   */
  static forRoot(load: () => ShopOptions): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true, load: [load] }),
        ScheduleModule.forRoot(),
        ShopModule,
        PaymentsModule,
        PagesModule,
        CartModule,
        CheckoutModule,
      ],
      controllers: [ProductsController, OrdersController],
    }
  }
}

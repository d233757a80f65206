import { Module } from '@nestjs/common'
import { ConfigService } from '@nestjs/config'
import { ScalapayModule } from '@scalapay-kit/nestjs'
import type { ShopOptions } from 'storefront'
import { PaymentEvents } from './payment.events.js'
import { ReturnController } from './return.controller.js'
import { SweepService } from './sweep.service.js'

/** Everything that settles orders: the return page, webhooks, and the sweep. */
@Module({
  imports: [
    ScalapayModule.forRootAsync({
      webhooks: {},
      inject: [ConfigService],
      useFactory: (config: ConfigService<ShopOptions, true>) => ({
        ...config.get('scalapay', { infer: true }),
        webhooks: config.get('webhooks', { infer: true }),
      }),
    }),
  ],
  controllers: [ReturnController],
  providers: [PaymentEvents, SweepService],
})
export class PaymentsModule {}

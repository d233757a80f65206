import { Injectable } from '@nestjs/common'
import { OnScalapayEvent, type WebhookEvent } from '@scalapay-kit/nestjs'
import { settleWebhook } from 'storefront'
import { ShopService } from '../shop/shop.service.js'

/** What Scalapay tells about orders, also about one whose shopper never comes back. */
@Injectable()
export class PaymentEvents {
  constructor(private readonly shop: ShopService) {}

  @OnScalapayEvent(['authorized', 'charged', 'expired'])
  async settle(event: WebhookEvent): Promise<void> {
    await settleWebhook(this.shop, event)
  }
}

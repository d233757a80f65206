import {
  Body,
  Controller,
  Get,
  HttpStatus,
  NotFoundException,
  Param,
  Post,
  Query,
} from '@nestjs/common'
import {
  type OrderPage,
  orderPage,
  refundOrder,
  type ShopOrder,
  unpaidPage,
  unpaidStateOf,
  unpaidTitle,
} from 'storefront'
import { Page, SeeOther } from '../pages/views.js'
import { ShopService } from '../shop/shop.service.js'
import { NoticeDto, RefundDto } from './orders.dto.js'

/** The page of an order. Its id is unguessable, which is what guards the page. */
@Controller('orders/:id')
export class OrdersController {
  constructor(private readonly shop: ShopService) {}

  @Get()
  async show(@Param('id') id: string, @Query() { notice }: NoticeDto): Promise<Page> {
    const order = await this.#find(id)
    const state = unpaidStateOf(order)
    if (state !== undefined) return new Page(unpaidTitle(state), unpaidPage(state, order))
    return this.#pageOf(order, notice === undefined ? {} : { notice })
  }

  @Post('refunds')
  async refund(@Param('id') id: string, @Body() form: RefundDto): Promise<Page | SeeOther> {
    const order = await this.#find(id)
    const result = await refundOrder(this.shop, order, form)
    if (result.outcome === 'refunded' || result.outcome === 'refund-under-way') {
      return new SeeOther(`/orders/${order.id}?notice=${result.outcome}`)
    }
    const { outcome, ...problem } = result
    const statusCode =
      outcome === 'refused' ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.BAD_GATEWAY
    return this.#pageOf(await this.#find(id), problem, statusCode)
  }

  async #find(id: string): Promise<ShopOrder> {
    const order = await this.shop.orders.byId(id)
    if (order === undefined) throw new NotFoundException()
    return order
  }

  #pageOf(order: ShopOrder, extra: Partial<OrderPage>, statusCode?: HttpStatus): Page {
    const refundReference = this.shop.ids.refundReference(order.merchantReference)
    return new Page('Your order', orderPage({ order, refundReference, ...extra }), statusCode)
  }
}

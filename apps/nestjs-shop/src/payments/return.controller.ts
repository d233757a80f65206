import { Controller, Get, HttpStatus, Req } from '@nestjs/common'
import type { Request } from 'express'
import { comeBack, problems, type Return, unpaidPage, unpaidTitle } from 'storefront'
import { Page, SeeOther } from '../pages/views.js'
import { ShopService } from '../shop/shop.service.js'

/** Where Scalapay sends the shopper back to. */
@Controller('return')
export class ReturnController {
  constructor(private readonly shop: ShopService) {}

  @Get()
  confirmed(@Req() { url }: Request): Promise<Page | SeeOther> {
    return this.#show({ url, cancelled: false })
  }

  @Get('cancelled')
  cancelled(@Req() { url }: Request): Promise<Page | SeeOther> {
    return this.#show({ url, cancelled: true })
  }

  async #show(address: Return): Promise<Page | SeeOther> {
    const result = await comeBack(this.shop, address)
    if (result.order === undefined) {
      return Page.problem(HttpStatus.NOT_FOUND, problems.unknownPayment)
    }
    const { order } = result
    if (!result.paid) return new Page(unpaidTitle(result.state), unpaidPage(result.state, order))
    const notice = result.isNews ? 'paid-now' : 'already-paid'
    return new SeeOther(`/orders/${order.id}?notice=${notice}`)
  }
}

import { Body, Controller, Get, HttpStatus, Post, Req } from '@nestjs/common'
import { isScalapayError } from '@scalapay-kit/core'
import type { Request } from 'express'
import {
  CHECKOUT_NOT_OPENED,
  checkoutPage,
  type Line,
  linesOf,
  openCheckout,
  placeOrder,
  sampleShopper,
} from 'storefront'
import { CartCookie } from '../cart/cart.cookie.js'
import { Page, SeeOther } from '../pages/views.js'
import { ShopService } from '../shop/shop.service.js'
import { CheckoutDto } from './checkout.dto.js'

@Controller('checkout')
export class CheckoutController {
  constructor(
    private readonly shop: ShopService,
    private readonly cookie: CartCookie,
  ) {}

  @Get()
  async show(@Req() request: Request): Promise<Page | SeeOther> {
    const { lines } = await this.#cart(request)
    if (lines.length === 0) return new SeeOther('/cart')
    const merchantReference = this.shop.ids.merchantReference()
    // The form is filled in where no real money moves.
    const isRealMoney = this.shop.scalapay.environment === 'production'
    const filledIn = isRealMoney ? {} : { shopper: sampleShopper }
    return new Page('Checkout', checkoutPage({ lines, merchantReference, ...filledIn }))
  }

  @Post()
  async order(
    @Body() { merchantReference, ...shopper }: CheckoutDto,
    @Req() request: Request,
  ): Promise<Page | SeeOther> {
    const { cartId, lines } = await this.#cart(request)
    if (lines.length === 0) return new SeeOther('/cart')
    const order = await placeOrder(this.shop, { cartId, lines, shopper, merchantReference })
    try {
      return new SeeOther(await openCheckout(this.shop, order))
    } catch (error) {
      if (!isScalapayError(error)) throw error
      const { merchantReference: reference } = order
      this.shop.log.error({ err: error, order: reference }, 'checkout not opened')
      const form = { lines, merchantReference: reference, shopper, problem: CHECKOUT_NOT_OPENED }
      return new Page('Checkout', checkoutPage(form), HttpStatus.BAD_GATEWAY)
    }
  }

  async #cart(request: Request): Promise<{ cartId: string; lines: readonly Line[] }> {
    const cartId = await this.cookie.read(request)
    return { cartId, lines: linesOf(await this.shop.carts.read(cartId)) }
  }
}

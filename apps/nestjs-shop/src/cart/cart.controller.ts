import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common'
import type { Request, Response } from 'express'
import { cartPage, linesOf, withQuantity } from 'storefront'
import { Page, SeeOther } from '../pages/views.js'
import { ShopService } from '../shop/shop.service.js'
import { CartCookie } from './cart.cookie.js'
import { ItemDto, QuantityDto } from './cart.dto.js'

@Controller('cart')
export class CartController {
  constructor(
    private readonly shop: ShopService,
    private readonly cookie: CartCookie,
  ) {}

  @Get()
  async show(@Req() request: Request): Promise<Page> {
    const cart = await this.shop.carts.read(await this.cookie.read(request))
    return new Page('Cart', cartPage(linesOf(cart)))
  }

  @Post('items')
  async add(
    @Body() { sku }: ItemDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SeeOther> {
    const cartId = await this.cookie.use(request, response)
    const cart = await this.shop.carts.read(cartId)
    await this.shop.carts.write(cartId, withQuantity(cart, sku, (cart.get(sku) ?? 0) + 1))
    return new SeeOther('/cart')
  }

  @Post('items/:sku')
  async change(
    @Param() { sku }: ItemDto,
    @Body() { quantity }: QuantityDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SeeOther> {
    const cartId = await this.cookie.use(request, response)
    const cart = await this.shop.carts.read(cartId)
    await this.shop.carts.write(cartId, withQuantity(cart, sku, quantity))
    return new SeeOther('/cart')
  }
}

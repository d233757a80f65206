import { Injectable } from '@nestjs/common'
import type { Request } from 'express'
import { layout, piecesIn } from 'storefront'
import { CartCookie } from '../cart/cart.cookie.js'
import { ShopService } from '../shop/shop.service.js'
import type { Page } from './views.js'

/** Puts a page into the shop's frame, beside the number of pieces in the cart. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly shop: ShopService,
    private readonly cookie: CartCookie,
  ) {}

  async render({ title, content }: Page, request: Request): Promise<string> {
    const cart = await this.shop.carts.read(await this.cookie.read(request))
    return layout({ title, content, pieces: piecesIn(cart) }).toString()
  }
}

import { Injectable } from '@nestjs/common'
import type { Request, Response } from 'express'
import { ShopService } from '../shop/shop.service.js'

const COOKIE = 'cart'

/**
 * Remembers the cart in a signed cookie. Lax keeps it out of posts that other sites send, which together with the
 * unguessable references in the forms is what protects them from forgery (CSRF). A shopper who comes back from Scalapay
 * needs no cookie: the token alone finds the order.
 */
@Injectable()
export class CartCookie {
  constructor(private readonly shop: ShopService) {}

  /** The shopper's cart; empty when there is none yet. */
  async read(request: Request): Promise<string> {
    const cartId: unknown = request.signedCookies?.[COOKIE]
    if (typeof cartId !== 'string' || (await this.shop.carts.isRetired(cartId))) return ''
    return cartId
  }

  /** The shopper's cart, or a new one that the cookie of this answer names. */
  async use(request: Request, response: Response): Promise<string> {
    const known = await this.read(request)
    if (known !== '') return known
    const cartId = this.shop.ids.secret()
    const { secure } = request
    response.cookie(COOKIE, cartId, { signed: true, httpOnly: true, sameSite: 'lax', secure })
    return cartId
  }
}

import cookie from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'

const COOKIE = 'cart'

declare module 'fastify' {
  interface FastifyRequest {
    /** The shopper's cart; empty when there is none yet. */
    cartId: string
  }
  interface FastifyReply {
    /** The cart of the request, or a new one that the cookie of this reply names. */
    useCart(): string
  }
}

export interface CartCookieOptions {
  /** Signs the cookie. */
  readonly secret: string
  /** Whether browsers send it by HTTPS alone; `'auto'`: as the request came, which behind a proxy is not as they see it. */
  readonly secure: boolean | 'auto'
}

/**
 * Remembers the cart in a signed cookie. Lax keeps it out of posts that other sites send, which together with
 * the unguessable references in the forms is what protects them from forgery (CSRF). A shopper who comes back
 * from Scalapay needs no cookie: the token alone finds the order.
 */
export const cartCookie = fp<CartCookieOptions>(
  async (app, { secret, secure }) => {
    await app.register(cookie, { secret })

    app.decorateRequest('cartId', '')
    app.addHook('onRequest', async (request: FastifyRequest) => {
      const { valid, value } = request.unsignCookie(request.cookies[COOKIE] ?? '')
      if (valid && !(await app.shop.carts.isRetired(value))) request.cartId = value
    })

    app.decorateReply('useCart', function (this: FastifyReply) {
      if (this.request.cartId === '') {
        this.request.cartId = app.shop.ids.secret()
        this.setCookie(COOKIE, this.request.cartId, {
          path: '/',
          signed: true,
          httpOnly: true,
          sameSite: 'lax',
          secure,
        })
      }
      return this.request.cartId
    })
  },
  { name: 'cart-cookie', dependencies: ['shop'] },
)

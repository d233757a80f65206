import { isScalapayError } from '@scalapay-kit/core'
import type { FastifyPluginAsync } from 'fastify'
import { type Line, linesOf, sameLines, totalsOf } from '../domain/cart.js'
import { toCreateOrder } from '../domain/create-order.js'
import { isMerchantReference } from '../domain/ids.js'
import type { ShopOrder, Shopper } from '../domain/order.js'
import { COUNTRIES, checkoutPage } from '../views/checkout.js'

const text = { type: 'string', minLength: 1, maxLength: 100, pattern: '\\S' }

const body = {
  type: 'object',
  additionalProperties: false,
  required: [
    'merchantReference',
    'givenNames',
    'surname',
    'email',
    'phoneNumber',
    'line1',
    'suburb',
    'postcode',
    'countryCode',
  ],
  properties: {
    merchantReference: text,
    givenNames: text,
    surname: text,
    email: { ...text, format: 'email' },
    phoneNumber: text,
    line1: text,
    suburb: text,
    postcode: text,
    countryCode: { type: 'string', enum: Object.keys(COUNTRIES) },
  },
}

export interface CheckoutOptions {
  /** Fills the form in, where no real money moves. */
  readonly sampleShopper: Shopper | undefined
}

export const checkoutRoutes: FastifyPluginAsync<CheckoutOptions> = async (
  app,
  { sampleShopper },
) => {
  app.get('/checkout', async (request, reply) => {
    const lines = linesOf(await app.carts.read(request.cartId))
    if (lines.length === 0) return reply.redirect('/cart', 303)
    const merchantReference = app.ids.merchantReference()
    return reply.page(
      'Checkout',
      checkoutPage({ lines, merchantReference, ...(sampleShopper && { shopper: sampleShopper }) }),
    )
  })

  app.post<{ Body: Shopper & { merchantReference: string } }>(
    '/checkout',
    { schema: { body } },
    async (request, reply) => {
      const { merchantReference, ...shopper } = request.body
      const lines = linesOf(await app.carts.read(request.cartId))
      if (lines.length === 0) return reply.redirect('/cart', 303)

      const order = await orderFor(request.cartId, lines, shopper, merchantReference)
      try {
        return await reply.redirect(await openCheckout(order), 303)
      } catch (error) {
        if (!isScalapayError(error)) throw error
        request.log.error({ err: error, order: order.merchantReference }, 'checkout not opened')
        const problem =
          "Scalapay's checkout could not be opened. You have not been charged: check what you entered and try again in a moment."
        return reply
          .code(502)
          .page(
            'Checkout',
            checkoutPage({ lines, merchantReference: order.merchantReference, shopper, problem }),
          )
      }
    },
  )

  /** One order per form: the same form posted again finds its order, unless anything about it is different now. */
  async function orderFor(
    cartId: string,
    lines: readonly Line[],
    shopper: Shopper,
    formReference: string,
  ): Promise<ShopOrder> {
    const add = (merchantReference: string) =>
      app.orders.addOnce({
        id: app.ids.secret(),
        merchantReference,
        cartId,
        shopper,
        lines,
        totals: totalsOf(lines),
      })
    if (!isMerchantReference(formReference)) return add(app.ids.merchantReference())
    const order = await add(formReference)
    const isSame =
      order.cartId === cartId &&
      order.status === 'open' &&
      sameLines(order.lines, lines) &&
      JSON.stringify(order.shopper) === JSON.stringify(shopper)
    return isSame ? order : add(app.ids.merchantReference())
  }

  async function openCheckout(order: ShopOrder): Promise<string> {
    if (order.checkout !== undefined) return order.checkout.checkoutUrl
    const created = await app.scalapay.orders.create(toCreateOrder(order, app.shopUrl()))
    const { token, checkoutUrl } = created
    // Before the shopper leaves: on the way back, the token is all that is sure to be there.
    await app.orders.bindCheckout(order.id, { token, checkoutUrl })
    return checkoutUrl
  }
}

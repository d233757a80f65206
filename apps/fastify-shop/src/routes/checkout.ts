import { isScalapayError } from '@scalapay-kit/core'
import type { FastifyPluginAsync } from 'fastify'
import {
  CHECKOUT_NOT_OPENED,
  COUNTRIES,
  checkoutPage,
  linesOf,
  openCheckout,
  placeOrder,
  type Shopper,
} from 'storefront'

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
  const { carts, ids } = app.shop

  app.get('/checkout', async (request, reply) => {
    const lines = linesOf(await carts.read(request.cartId))
    if (lines.length === 0) return reply.redirect('/cart', 303)
    const merchantReference = ids.merchantReference()
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
      const lines = linesOf(await carts.read(request.cartId))
      if (lines.length === 0) return reply.redirect('/cart', 303)

      const { cartId } = request
      const order = await placeOrder(app.shop, { cartId, lines, shopper, merchantReference })
      try {
        return await reply.redirect(await openCheckout(app.shop, order), 303)
      } catch (error) {
        if (!isScalapayError(error)) throw error
        request.log.error({ err: error, order: order.merchantReference }, 'checkout not opened')
        const form = { lines, merchantReference: order.merchantReference, shopper }
        return reply
          .code(502)
          .page('Checkout', checkoutPage({ ...form, problem: CHECKOUT_NOT_OPENED }))
      }
    },
  )
}

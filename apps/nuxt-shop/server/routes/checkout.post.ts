import { isScalapayError } from '@scalapay-kit/core'
import { COUNTRIES, openCheckout, placeOrder, type Shopper } from 'storefront'

/** The order of the form, and on to Scalapay. Posting the form twice orders once. */
export default defineEventHandler(async (event) => {
  const form = await readForm(event)
  const shop = useShop(event)
  const lines = await readLines(event)
  if (lines.length === 0) return sendRedirect(event, '/cart', 303)
  const order = await placeOrder(shop, {
    cartId: await cartIdOf(event),
    lines,
    shopper: shopperOf(form),
    merchantReference: textOf(form, 'merchantReference'),
  })
  try {
    return await sendScalapayCheckout(event, { checkoutUrl: await openCheckout(shop, order) })
  } catch (error) {
    if (!isScalapayError(error)) throw error
    shop.log.error({ err: error, order: order.merchantReference }, 'checkout not opened')
    throw createError({
      statusCode: 502,
      message: "Scalapay's checkout could not be opened. You have not been charged.",
    })
  }
})

function shopperOf(form: ReadonlyMap<string, string>): Shopper {
  const countryCode = textOf(form, 'countryCode')
  const email = textOf(form, 'email')
  if (!Object.hasOwn(COUNTRIES, countryCode)) throw badForm('countryCode')
  if (!/^\S+@\S+$/.test(email)) throw badForm('email')
  return {
    givenNames: textOf(form, 'givenNames'),
    surname: textOf(form, 'surname'),
    email,
    phoneNumber: textOf(form, 'phoneNumber'),
    line1: textOf(form, 'line1'),
    suburb: textOf(form, 'suburb'),
    postcode: textOf(form, 'postcode'),
    countryCode,
  }
}

function textOf(form: ReadonlyMap<string, string>, name: string): string {
  const text = form.get(name)?.trim() ?? ''
  if (text === '' || text.length > 100) throw badForm(name)
  return text
}

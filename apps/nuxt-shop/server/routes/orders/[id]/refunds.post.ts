import { refundOrder } from 'storefront'

/** A refund. Posting the form twice refunds once. */
export default defineEventHandler(async (event) => {
  const shop = useShop(event)
  const order = await shop.orders.byId(getRouterParam(event, 'id') ?? '')
  if (order === undefined) throw createError({ statusCode: 404, message: 'No such order.' })
  const form = await readForm(event)
  const { outcome } = await refundOrder(shop, order, {
    refundReference: form.get('refundReference') ?? '',
    amount: form.get('amount') ?? '',
  })
  return sendRedirect(event, `/orders/${order.id}?notice=${NOTICES[outcome]}`, 303)
})

/** The words of the page's address. */
const NOTICES = {
  refunded: 'refunded',
  'refund-under-way': 'refund-under-way',
  refused: 'refund-refused',
  failed: 'refund-failed',
} as const

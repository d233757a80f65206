/** An order. Its id is unguessable, which is what guards it. */
export default defineEventHandler(async (event) => {
  const { orders, ids } = useShop(event)
  const order = await orders.byId(getRouterParam(event, 'id') ?? '')
  if (order === undefined) throw createError({ statusCode: 404, message: 'No such order.' })
  setResponseHeader(event, 'cache-control', 'no-store')
  return orderView(order, ids.refundReference(order.merchantReference))
})

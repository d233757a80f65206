import { findProduct, MAX_QUANTITY, withQuantity } from 'storefront'

/** So many pieces of an article; none removes it. */
export default defineEventHandler(async (event) => {
  const sku = getRouterParam(event, 'sku') ?? ''
  const quantity = Number((await readForm(event)).get('quantity') ?? Number.NaN)
  const isUsable = Number.isInteger(quantity) && quantity >= 0 && quantity <= MAX_QUANTITY
  if (findProduct(sku) === undefined || !isUsable) throw badForm('quantity')
  const { carts } = useShop(event)
  const id = await useCartId(event)
  await carts.write(id, withQuantity(await carts.read(id), sku, quantity))
  return sendRedirect(event, '/cart', 303)
})

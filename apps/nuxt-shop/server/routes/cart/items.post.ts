import { findProduct, withQuantity } from 'storefront'

/** One more piece of an article. */
export default defineEventHandler(async (event) => {
  const sku = (await readForm(event)).get('sku') ?? ''
  if (findProduct(sku) === undefined) throw badForm('sku')
  const { carts } = useShop(event)
  const id = await useCartId(event)
  const cart = await carts.read(id)
  await carts.write(id, withQuantity(cart, sku, (cart.get(sku) ?? 0) + 1))
  return sendRedirect(event, '/cart', 303)
})

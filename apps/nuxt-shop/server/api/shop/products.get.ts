import { catalogue, picture, totalsOf } from 'storefront'

/** The articles. */
export default defineEventHandler(() =>
  catalogue.map((product) => ({
    sku: product.sku,
    name: product.name,
    description: product.description,
    price: product.price as Price,
    offer: product.offer?.displayName,
    picture: picture(product).toString(),
    /** With delivery, for the widget. */
    amount: totalsOf([{ product, quantity: 1 }]).total.amount,
  })),
)

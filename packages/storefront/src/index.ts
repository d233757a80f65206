export { type Asset, assets } from './assets.js'
export { readShopConfig, type ShopConfig, ShopConfigError } from './config.js'
export {
  type Cart,
  type Line,
  linesOf,
  MAX_QUANTITY,
  piecesIn,
  sameLines,
  type Totals,
  times,
  totalsOf,
  withQuantity,
} from './domain/cart.js'
export { catalogue, findProduct, type Product } from './domain/catalogue.js'
export { toCreateOrder } from './domain/create-order.js'
export { createIds, type Ids, type RandomBytes } from './domain/ids.js'
export {
  type Checkout,
  type OrderStatus,
  type Refund,
  refundableAmount,
  refundedAmount,
  type ShopOrder,
  type Shopper,
  type UnpaidState,
  unpaidStateOf,
} from './domain/order.js'
export { sampleShopper } from './domain/sample-shopper.js'
export { comeBack, type Return, type ReturnResult } from './payment/come-back.js'
export { type CheckoutRequest, openCheckout, placeOrder } from './payment/place-order.js'
export { type RefundForm, type RefundResult, refundOrder } from './payment/refund.js'
export { type SettleContext, type Settlement, settle } from './payment/settle.js'
export { sweepOpenOrders } from './payment/sweep.js'
export { settleWebhook } from './payment/webhook.js'
export { checkoutSources, contentSecurityPolicy, securityHeaders } from './security.js'
export type { Shop, ShopLog } from './shop.js'
export type { ShopOptions } from './shop-options.js'
export { type CartStore, MemoryCartStore } from './store/cart-store.js'
export { connectStores } from './store/connect-stores.js'
export { MemoryOrderStore } from './store/memory-order-store.js'
export type { Claim, NewOrder, OrderStore, RefundStart } from './store/order-store.js'
export { type ServedStores, serveStores } from './store/serve-stores.js'
export type { ShopStores } from './store/shop-stores.js'
export { cartPage } from './views/cart.js'
export {
  CHECKOUT_NOT_OPENED,
  type CheckoutForm,
  COUNTRIES,
  checkoutPage,
} from './views/checkout.js'
export { instalments, price } from './views/format.js'
export { type Content, Html, html } from './views/html.js'
export { layout, type Page } from './views/layout.js'
export { ORDER_NOTICES, type OrderNotice, type OrderPage, orderPage } from './views/order.js'
export { unpaidPage, unpaidTitle } from './views/payment.js'
export { picture } from './views/pictures.js'
export { type Problem, problemPage, problems } from './views/problem.js'
export { productsPage } from './views/products.js'

export { buildShop, type ShopOptions } from './app.js'
export { type CartStore, MemoryCartStore } from './store/cart-store.js'
export { MemoryOrderStore } from './store/memory-order-store.js'
export type { OrderStore } from './store/order-store.js'

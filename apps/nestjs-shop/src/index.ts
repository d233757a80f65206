export type { ShopOptions } from './config/shop-options.js'
export { createShop } from './create-shop.js'
export { SweepService } from './payments/sweep.service.js'

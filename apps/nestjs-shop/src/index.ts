export { createShop } from './create-shop.js'
export { SweepService } from './payments/sweep.service.js'

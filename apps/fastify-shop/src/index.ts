export { buildShop, type ShopOptions } from './app.js'

export { buildShop, type FastifyShopOptions } from './app.js'

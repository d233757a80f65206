/** The stores and the ids are interfaces, which leave nothing at run time to inject them by. */
export const ORDERS = Symbol('orders')
export const CARTS = Symbol('carts')
export const IDS = Symbol('ids')

import type { components } from './generated/api.js'

type Schemas = components['schemas']

/** What an order is created with. */
export type CreateOrderInput = Schemas['CreateOrderRequest']
/** What a travel merchant's order is created with: shipping and items may be left out. */
export type CreateTravelOrderInput = Schemas['CreateTravelOrderRequest']
/** The references of an order. */
export type UpdateOrderInput = Schemas['UpdateOrderRequest']
/** What a capture takes. */
export type CaptureInput = Schemas['CaptureRequest']
/** What a refund takes. */
export type RefundInput = Schemas['RefundRequest']

/** A new order; send the shopper to `checkoutUrl`. */
export interface CreatedOrder {
  /** The order's token. Opaque. */
  token: string
  /** The hosted checkout. Never build it yourself. */
  checkoutUrl: string
  /** ISO 8601 in UTC. The order must be authorised and captured (or delayed) before. */
  expires?: string
}
/** An order as Scalapay has it now. */
export type Order = Schemas['Order']
/** What an order was created with. */
export type OrderDetails = Schemas['OrderDetails']
/** One order of a search by reference. */
export type OrderReference = Schemas['OrderReference']
/** The references that an update stored. */
export type UpdatedOrder = Schemas['UpdateOrderResponse']
/** The answer to a capture. Only `status: 'APPROVED'` means that money was taken. */
export type Capture = Schemas['CaptureResponse']
/** The answer to a delay. */
export type Delay = Schemas['DelayResponse']
/** The answer to a refund. */
export type Refund = Schemas['RefundResponse']
/** The answer to a void. */
export type VoidedPayment = Schemas['VoidResponse']
/** The known order statuses, and any other string. */
export type OrderStatus = Schemas['OrderStatus']
/** The known capture statuses, and any other string. */
export type CaptureStatus = Schemas['CaptureStatus']
/** One line of a cart. */
export type Item = Schemas['Item']

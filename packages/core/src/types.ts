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
/** What one of several captures takes. */
export type DelayedCaptureInput = Schemas['CaptureDelayedPaymentRequest']
/** What a refund of a delayed order takes. */
export type DelayedRefundInput = Schemas['RefundDelayedPaymentRequest']
/** A delayed order after one of several captures, a refund or a void. */
export type DelayedPayment = Schemas['DelayedPayment']

/** What an in-store order is created with. */
export type CreateInStoreOrderInput = Schemas['CreateInStoreOrderRequest']
/** What an in-store refund takes. */
export type InStoreRefundInput = Schemas['RefundInStoreOrderRequest']
/** A new in-store order, charged already. */
export type NewInStoreOrder = Schemas['CreateInStoreOrderResponse']
/** An in-store order as Scalapay has it now. */
export type InStoreOrder = Schemas['InStoreOrder']
/** The answer to an in-store refund. */
export type InStoreRefund = Schemas['RefundInStoreOrderResponse']

/** What an in-store link is created with. */
export type CreateLinkInput = Schemas['CreateInStorePayByLinkOrderRequest']
/** What the void of a link takes. */
export type VoidLinkInput = Schemas['VoidInStorePayByLinkOrderRequest']
/** A new in-store link. */
export type CreatedLink = Schemas['CreateInStorePayByLinkOrderResponse']

/** One product of the contract. */
export type ProductConfiguration = Schemas['Configuration']

/** A row of the report of orders. */
export type OrderRow = Schemas['OrderReportRow']
/** A row of the report of refunds. */
export type RefundRow = Schemas['RefundReportRow']
/** A row of the report of payouts. */
export type PayoutRow = Schemas['PayoutReportRow']
/** An order in a payout. */
export type PayoutOrderRow = Schemas['PayoutOrderReportRow']
/** A refund in a payout. */
export type PayoutRefundRow = Schemas['PayoutRefundReportRow']
/** A row of the report of disputes. */
export type DisputeRow = Schemas['DisputeReportRow']
/** The known states of a dispute, and any other string. */
export type DisputeStatus = Schemas['DisputeStatus']

export type { ApiKeyContext, ApiKeySource } from './auth.js'
export type { Checkout } from './checkout/checkout.js'
export type { CompletedCheckout, CompleteInput, CompleteOptions } from './checkout/complete.js'
export type { CheckoutReturn } from './checkout/return-url.js'
export type { CheckoutOutcome, ExpectedOrder } from './checkout/state.js'
export { Scalapay } from './client.js'
export type { Environment } from './environments.js'
export {
  ScalapayAuthenticationError,
  ScalapayConflictError,
  ScalapayOrderNotFoundError,
  ScalapayRateLimitError,
  ScalapayRequestError,
  ScalapayServerError,
  type ValidationIssue,
} from './errors/api.js'
export {
  isScalapayError,
  type Outcome,
  ScalapayError,
  type ScalapayErrorDetails,
  type ScalapayErrorJson,
} from './errors/base.js'
export { ScalapayConfigError } from './errors/config.js'
export {
  ScalapayAbortError,
  ScalapayConnectionError,
  ScalapayTimeoutError,
} from './errors/transport.js'
export {
  type Currency,
  equalMoney,
  eur,
  type Money,
  splitMoney,
  subtractMoney,
  sumMoney,
  toCents,
} from './money.js'
export type {
  AppInfo,
  Logger,
  RequestOptions,
  RetryOptions,
  ScalapayOptions,
  TlsOptions,
} from './options.js'
export type { OrderSearch, Orders } from './resources/orders.js'
export type { DelayOptions, Payments, VoidOptions } from './resources/payments.js'
export type { RawClient } from './transport/raw.js'
export { type ResponseInfo, responseOf } from './transport/response-info.js'
export type {
  Capture,
  CaptureInput,
  CaptureStatus,
  CreatedOrder,
  CreateOrderInput,
  CreateTravelOrderInput,
  Delay,
  Item,
  Order,
  OrderDetails,
  OrderReference,
  OrderStatus,
  Refund,
  RefundInput,
  UpdatedOrder,
  UpdateOrderInput,
  VoidedPayment,
} from './types.js'
export { version } from './version.js'

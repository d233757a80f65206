export type { ApiKeyContext, ApiKeySource } from './auth.js'
export type { Checkout } from './checkout/checkout.js'
export type { CompletedCheckout, CompleteOptions } from './checkout/complete.js'
export type { CompleteInput } from './checkout/complete-input.js'
export type { CheckoutReturn } from './checkout/return-url.js'
export type { CheckoutOutcome, ExpectedOrder } from './checkout/state.js'
export type { OpenOrders, SweepOptions, SweepResult } from './checkout/sweep.js'
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
  type Outcome,
  ScalapayError,
  type ScalapayErrorDetails,
  type ScalapayErrorJson,
  type ScalapayErrorName,
} from './errors/base.js'
export { ScalapayConfigError } from './errors/config.js'
export { isScalapayError } from './errors/guards.js'
export { type HttpAnswer, httpAnswerTo } from './errors/http-answer.js'
export {
  ScalapayAbortError,
  ScalapayConnectionError,
  ScalapayTimeoutError,
} from './errors/transport.js'
export { ScalapayWebhookError, type WebhookErrorReason } from './errors/webhook.js'
export { eur } from './eur.js'
export {
  type Currency,
  equalMoney,
  type Money,
  splitMoney,
  subtractMoney,
  sumMoney,
  toCents,
} from './money.js'
export type {
  AppInfo,
  HttpsAgent,
  Logger,
  RequestOptions,
  RetryOptions,
  ScalapayOptions,
  TlsOptions,
} from './options.js'
export type { CalendarDate } from './resources/calendar-date.js'
export type { Configurations } from './resources/configurations.js'
export type { InStore } from './resources/in-store.js'
export type { MultiCapture } from './resources/multi-capture.js'
export type { OrderSearch, Orders } from './resources/orders.js'
export type { Report, ReportPage } from './resources/paginate.js'
export type { PayByLink } from './resources/pay-by-link.js'
export type { DelayOptions, Payments, VoidOptions } from './resources/payments.js'
export type { DisputePeriod, PageOptions, Reporting, ReportPeriod } from './resources/reporting.js'
export {
  explainTotals,
  type InstalmentCount,
  previewInstalments,
  type TotalsExplanation,
} from './totals.js'
export type { RawClient } from './transport/raw-types.js'
export type { AttemptEvent, OperationEvent } from './transport/redact.js'
export { type ResponseInfo, responseOf } from './transport/response-info.js'
export type {
  Capture,
  CaptureInput,
  CaptureStatus,
  CreatedLink,
  CreatedOrder,
  CreateInStoreOrderInput,
  CreateLinkInput,
  CreateOrderInput,
  CreateTravelOrderInput,
  Delay,
  DelayedCaptureInput,
  DelayedPayment,
  DelayedRefundInput,
  DisputeRow,
  DisputeStatus,
  InStoreOrder,
  InStoreRefund,
  InStoreRefundInput,
  Item,
  NewInStoreOrder,
  Order,
  OrderDetails,
  OrderReference,
  OrderRow,
  OrderStatus,
  PayoutOrderRow,
  PayoutRefundRow,
  PayoutRow,
  ProductConfiguration,
  Refund,
  RefundInput,
  RefundRow,
  UpdatedOrder,
  UpdateOrderInput,
  VoidedPayment,
  VoidLinkInput,
} from './types.js'
export { version } from './version.js'
export type { Webhooks } from './webhooks/verifier.js'

import type { Refusal } from '../answer.js'

/**
 * What Scalapay does not publish, in one place.
 *
 * There are no published error codes for refused state changes, and no published status for some codes that are.
 * These are plausible choices, not facts: a client must decide on the HTTP status and treat unknown codes as open.
 */

const refused = (errorCode: string, message: string): Refusal => ({
  status: 400,
  errorCode,
  message,
  unpublished: 'status and code',
})

/** Refusals whose codes or statuses are assumptions. */
export const assumedRefusals = {
  orderNotAuthorized: refused(
    'order_not_authorized',
    'The shopper has not authorised this order yet',
  ),
  orderExpired: refused('order_expired', 'The order has expired'),
  orderVoided: refused('order_voided', 'The order has been voided'),
  orderAlreadyCaptured: refused('order_already_captured', 'The order has been captured already'),
  orderAlreadyDelayed: refused('order_already_delayed', 'The order has been delayed already'),
  orderNotCaptured: refused(
    'order_not_captured',
    'Only a captured order can be refunded; void it instead',
  ),
  /** The multi-capture calls work on delayed orders only (Scalapay docs). */
  orderNotDelayed: refused('order_not_delayed', 'The order has not been delayed; delay it first'),
  captureExceedsOrder: refused(
    'capture_amount_exceeds_order_amount',
    'The amount to capture is above what is left of the order',
  ),
  /** A `delay/refund` of more than is open, or of more than was captured. */
  reductionExceedsOrder: refused(
    'refund_amount_exceeds_order_amount',
    'The amount to refund is above what is open or, for its captured part, above what is captured',
  ),
  refundExceedsCaptured: refused(
    'refund_amount_exceeds_captured_amount',
    'The amount to refund is above what is left of the captured amount',
  ),
  /** The code is documented, its HTTP status is not. */
  orderAboveMaximum: {
    status: 400,
    errorCode: 'order_amount_exceeds_maximum_limit',
    message: 'The total amount is above the maximum of the contract',
    unpublished: 'status',
  },
  /** The minimum of in-store orders is documented, code and HTTP status are not. */
  orderBelowMinimum: refused(
    'order_amount_below_minimum_limit',
    'The total amount is below the minimum of the contract',
  ),
  /** Answer to the barcode that stands for one that is unknown or too old. */
  preApprovalRefused: refused(
    'invalid_pre_approval_code',
    'The pre-approval code is unknown or has expired; ask the shopper for a new one',
  ),
  /** Answer to a known Idempotency-Key with another body, under the switch value `conflict`. */
  idempotencyKeyReused: {
    status: 409,
    errorCode: 'idempotency_key_reused',
    message: 'The idempotency key was used with another body',
  },
} as const satisfies Record<string, Refusal>

/** Refusals that Scalapay documents for at least one operation; using them elsewhere is the assumption. */
export const documentedRefusals = {
  /** Documented for reading an order; the message is the documented one, which names no token. */
  unknownToken: { status: 422, errorCode: 'invalid_token', message: 'Order null not found' },
  operationInProgress: {
    status: 409,
    errorCode: 'conflicting_operation_in_progress',
    message: 'Another operation on this order is in progress',
  },
  /** The status and the code are documented for both reasons; the wording for the first. */
  datesReversed: {
    status: 400,
    errorCode: 'pre_condition_failed',
    message: 'startDate cannot be greater than endDate',
  },
  unknownPayout: {
    status: 400,
    errorCode: 'pre_condition_failed',
    message: 'The payout token is not valid',
  },
  invalidJson: {
    status: 400,
    errorCode: 'invalid_json',
    message: 'The body is malformed or empty JSON',
  },
} as const satisfies Record<string, Refusal>

/** What a capture answers instead of `APPROVED` when told to fail; other values are unpublished. */
export const ASSUMED_UNAPPROVED_STATUS = 'DECLINED'

/** The documented example of a refund answers this constant, so nobody may use it as a key. */
export const REFUND_TOKEN = 'pre_transfer'

/** The only value known of `lastEligibilityFeedback`; that a declined card leads to it is an assumption. */
export const DECLINED_FEEDBACK: string = 'DECLINED_FRAUD'

/** Documented life of an order that nobody authorises: 40 minutes. */
export const ORDER_EXPIRY_MS = 2_400_000

/** Documented life of an online pay-by-link order: 24 hours. */
export const LINK_EXPIRY_MS = 86_400_000

/** Documented life of a delayed authorisation: 5 days. */
export const DELAYED_EXPIRY_MS = 432_000_000

/** Documented life of a link made in a shop, and of the shopper's barcode: 10 minutes. */
export const IN_STORE_EXPIRY_MS = 600_000

/** The barcode that is refused; every other one pays. Scalapay publishes no test barcodes. */
export const REFUSED_BARCODE = '00000000'

/** The documented `status` of the multi-capture calls; what a closed order answers is unpublished. */
export const MULTI_CAPTURE_STATUS = 'AUTHORIZED'

/** The plan of an order that names none: the contract decides, and pay-in-3 is what the sandbox was observed to offer. */
export const DEFAULT_PRODUCT = 'pay-in-3'

/** How reports name a till's order; only `online`, `offline` and `link` are documented as types. */
export const IN_STORE_TYPE = 'offline'

/** What reports name a till's shop; the real references come from the merchant's contract. */
export const STORE_REFERENCE = 'store-1'

/** Scalapay's fee in percent. Real fees are by contract; the documented sample has 0.98 on 10.00, tax included. */
export const FEE_PERCENT = 8

/** The tax on the fee in percent: Italian VAT, with which the documented sample works out. */
export const FEE_TAX_PERCENT = 22

/** How long a merchant may answer a dispute: 10 days. */
export const DISPUTE_LIFE_MS = 864_000_000

/** Longest life the emulator takes, so that a timestamp always stays a valid date: 10 years. */
export const LONGEST_EXPIRY_MS = 315_360_000_000

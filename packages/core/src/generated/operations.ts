// Generated from openapi/scalapay.yaml. Do not edit; run `pnpm generate`.

/** What the transport must know of an operation before it sends one. */
export interface Operation {
  readonly method: 'GET' | 'POST'
  /** With its version and with `{token}` where a path parameter goes. */
  readonly path: string
  /** Which of the two keys authorises it. */
  readonly auth: 'merchant' | 'device'
  /** Whether it takes an `Idempotency-Key` and may therefore be repeated safely. */
  readonly idempotent: boolean
}

/** Every operation of the description, by its operationId. */
export const operations = {
  createOrder: { method: 'POST', path: '/v2/orders', auth: 'merchant', idempotent: true },
  updateOrder: { method: 'POST', path: '/v2/orders/{token}', auth: 'merchant', idempotent: true },
  findOrders: { method: 'GET', path: '/v2/payments/references', auth: 'merchant', idempotent: false },
  getOrder: { method: 'GET', path: '/v2/payments/{token}', auth: 'merchant', idempotent: false },
  delayPayment: { method: 'POST', path: '/v2/payments/{token}/delay', auth: 'merchant', idempotent: true },
  capturePayment: { method: 'POST', path: '/v2/payments/capture', auth: 'merchant', idempotent: true },
  refundPayment: { method: 'POST', path: '/v2/payments/{token}/refund', auth: 'merchant', idempotent: true },
  voidPayment: { method: 'POST', path: '/v2/payments/{token}/void', auth: 'merchant', idempotent: true },
  captureDelayedPayment: { method: 'POST', path: '/v2/payments/{token}/delay/capture', auth: 'merchant', idempotent: false },
  refundDelayedPayment: { method: 'POST', path: '/v2/payments/{token}/delay/refund', auth: 'merchant', idempotent: false },
  voidDelayedPayment: { method: 'POST', path: '/v2/payments/{token}/delay/void', auth: 'merchant', idempotent: false },
  createInStoreOrder: { method: 'POST', path: '/v1/instore/orders', auth: 'device', idempotent: false },
  findInStoreOrders: { method: 'GET', path: '/v1/instore/orders/references', auth: 'device', idempotent: false },
  getInStoreOrder: { method: 'GET', path: '/v1/instore/orders/{token}', auth: 'device', idempotent: false },
  refundInStoreOrder: { method: 'POST', path: '/v1/instore/orders/{token}/refund', auth: 'device', idempotent: false },
  createInStorePayByLinkOrder: { method: 'POST', path: '/v2/instore/paybylink/orders', auth: 'device', idempotent: false },
  voidInStorePayByLinkOrder: { method: 'POST', path: '/v2/instore/paybylink/orders/{token}/void', auth: 'device', idempotent: false },
  reportOrders: { method: 'GET', path: '/v1/reporting/orders', auth: 'merchant', idempotent: false },
  reportRefunds: { method: 'GET', path: '/v1/reporting/refunds', auth: 'merchant', idempotent: false },
  reportPayouts: { method: 'GET', path: '/v1/reporting/payouts', auth: 'merchant', idempotent: false },
  reportPayoutOrders: { method: 'GET', path: '/v1/reporting/payouts/{token}/orders', auth: 'merchant', idempotent: false },
  reportPayoutRefunds: { method: 'GET', path: '/v1/reporting/payouts/{token}/refunds', auth: 'merchant', idempotent: false },
  reportDisputes: { method: 'GET', path: '/v1/reporting/disputes', auth: 'merchant', idempotent: false },
  getConfigurations: { method: 'GET', path: '/v3/configurations', auth: 'merchant', idempotent: false },
} as const satisfies Record<string, Operation>

/** The operationId of an operation. */
export type OperationId = keyof typeof operations

import { type CreateInStoreOrderInput, eur } from '@scalapay-kit/core'

/** An order of 25.00 EUR at the till. */
export const tillOrder: CreateInStoreOrderInput = {
  totalAmount: eur('25.00'),
  preApprovalCode: '85633887',
  requestId: 'request-1',
  merchantOperatorId: 'till-3',
  merchantReference: 'till-order-1',
  items: [{ name: 'Lamp', category: 'home', sku: 'L1', quantity: 1, price: eur('25.00') }],
}

import { deviceReferenceOf } from '../state/device-reference.js'
import type { Order } from '../state/order.js'
import type { WebhookSettings } from './settings.js'

/** Whose key signs what is told of an order; undefined when nothing is told of it. */
export function signerOf(
  order: Order,
  merchantKey: string,
  inStore: WebhookSettings['inStore'],
  deviceKeys: readonly string[],
): string | undefined {
  if (order.origin === 'online') return merchantKey
  if (inStore === 'none') return undefined
  if (inStore === 'merchant-key') return merchantKey
  return deviceKeys.find((_key, index) => deviceReferenceOf(index) === order.deviceReference)
}

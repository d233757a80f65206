import { createHmac } from 'node:crypto'
import type { ReceivedDelivery } from './receiver.js'

/** Whether a delivery was signed by this key: the merchant's side, written from the documentation alone. */
export function isSignedBy(key: string, { headers, body }: ReceivedDelivery): boolean {
  const message = `V1:${headers['x-scalapay-timestamp']}:${body}`
  const digest = createHmac('sha256', key).update(message).digest('hex')
  return headers['x-scalapay-hmac-v1'] === digest
}

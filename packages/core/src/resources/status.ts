import type { Order } from '../types.js'

/** Statuses come in either case; what is not text is none, and must not break the call that it was read for. */
export function lowerStatus(status: unknown): string {
  return typeof status === 'string' ? status.toLowerCase() : ''
}

/** Whether an order waits to be captured. */
export function isAuthorized(order: Partial<Order> | undefined): boolean {
  return lowerStatus(order?.status) === 'authorized'
}

/** Whether an order was kept open for a later capture. */
export function isDelayed(order: Partial<Order> | undefined): boolean {
  return lowerStatus(order?.captureStatus) === 'delayed'
}

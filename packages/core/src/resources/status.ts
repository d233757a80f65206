import type { Order } from '../types.js'

/** Statuses come in either case; a value that is not text counts as no status, and must not break the call that read it. */
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

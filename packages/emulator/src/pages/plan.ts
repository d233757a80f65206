import { splitEvenly } from '../state/money.js'
import type { Order } from '../state/order.js'

/** One payment of the shopper. */
export interface Instalment {
  readonly amountInCents: number
  /** Epoch milliseconds; the calendar day counts, in UTC. */
  readonly dueAt: number
}

interface Step {
  readonly count: number
  readonly unit: 'day' | 'month'
}

const DAY_MS = 86_400_000

/** The same day of a later month, or its last day when the month is shorter. */
function addMonths(time: number, months: number): number {
  const date = new Date(time)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.getTime()
}

function addSteps(time: number, { count, unit }: Step, times: number): number {
  return unit === 'day' ? time + count * times * DAY_MS : addMonths(time, count * times)
}

/** The most steps a plan reaches ahead, so that every due date stays a valid date: a hundred years. */
const MOST_STEPS = { day: 36_500, month: 1_200 }

function stepOf(order: Order, fallback: Step): Step {
  const frequency = order.payload.frequency
  if (typeof frequency !== 'object' || frequency === null) return fallback
  const number = 'number' in frequency ? Number(frequency.number) : 1
  const unit = 'frequencyType' in frequency && frequency.frequencyType === 'daily' ? 'day' : 'month'
  return { count: Math.min(number, MOST_STEPS[unit]), unit }
}

/**
 * What the shopper pays and when: three or four equal parts from today on, or all of it later.
 *
 * The dates and the spare cents, which come first, are the emulator's; the real plan is Scalapay's affair.
 */
export function instalmentPlan(order: Order, now: number): Instalment[] {
  const product = order.payload.product
  if (product === 'later') {
    const step = stepOf(order, { count: 14, unit: 'day' })
    return [{ amountInCents: order.totalInCents, dueAt: addSteps(now, step, 1) }]
  }
  const step = stepOf(order, { count: 1, unit: 'month' })
  return splitEvenly(order.totalInCents, product === 'pay-in-4' ? 4 : 3).map(
    (amountInCents, index) => ({ amountInCents, dueAt: addSteps(now, step, index) }),
  )
}

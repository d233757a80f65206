import type { Answer } from '../http/answer.js'
import type { Settings } from '../settings.js'
import { documentedRefusals } from '../state/assumptions.js'
import type { Ids } from '../state/ids.js'
import { type Change, type Occasion, type Order, OrderRefusal } from '../state/order.js'
import type { Merchant } from '../state/store.js'

/** A JSON object as it was received. */
export type Fields = Readonly<Record<string, unknown>>

/** A call that has passed authentication and validation. */
export interface OperationCall {
  readonly settings: Settings
  readonly ids: Ids
  readonly merchant: Merchant
  /** Where the hosted checkout is. */
  readonly url: string
  /** The `{token}` of the path. */
  readonly token: string
  readonly query: Fields
  readonly body: Fields
  readonly occasion: Occasion
}

/** The answer, and the change that makes it true once it is committed. */
export interface OperationResult {
  readonly answer: Answer
  readonly change?: Change
}

/** One operation of the API. It changes nothing itself. */
export type Operation = (call: OperationCall) => OperationResult

/** The merchant's order, or the documented refusal. */
export function orderOf({ merchant }: OperationCall, token: string): Order {
  const order = merchant.orders.get(token)
  if (order === undefined) throw new OrderRefusal(documentedRefusals.unknownToken)
  return order
}

/** A field that validation has found to be a string or absent. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

/** A field that validation has found to be an object or absent. */
export function fieldsOf(fields: Fields, name: string): Fields | undefined {
  const value = fields[name]
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined
}

/** Leaves out what is undefined, so that it does not show in the answer. */
export function present<Value>(name: string, value: Value | undefined): Record<string, Value> {
  return value === undefined ? {} : { [name]: value }
}

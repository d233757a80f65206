import type { Answer } from '../answer.js'
import type { Settings } from '../settings.js'
import { documentedRefusals } from '../state/assumptions.js'
import type { Ids } from '../state/ids.js'
import { parseCents } from '../state/money.js'
import { type Change, type Moment, type Order, OrderRefusal } from '../state/order.js'
import type { Merchant } from '../state/store.js'

/** A JSON object as it was received. */
export type Fields = Readonly<Record<string, unknown>>

/** A call that has passed authentication and validation. */
export interface OperationCall {
  readonly settings: Settings
  readonly ids: Ids
  readonly merchant: Merchant
  /** Which till calls; undefined for a merchant key. */
  readonly deviceReference: string | undefined
  /** Where the hosted checkout is. */
  readonly url: string
  /** The `{token}` of the path. */
  readonly token: string
  readonly query: Fields
  readonly body: Fields
  readonly moment: Moment
}

/** The answer, and the change that makes it true once it is committed. */
export interface OperationResult {
  readonly answer: Answer
  readonly change?: Change
}

/** One operation of the API. It changes nothing itself. */
export type Operation = (call: OperationCall) => OperationResult

/** A till sees the orders of its merchant's shops, a merchant key the online ones: an assumption. */
export function isVisible({ deviceReference }: OperationCall, order: Order): boolean {
  return (order.origin === 'online') === (deviceReference === undefined)
}

/** The merchant's order, or the documented refusal. */
export function orderOf(call: OperationCall, token: string): Order {
  const order = call.merchant.orders.get(token)
  if (order === undefined || !isVisible(call, order)) {
    throw new OrderRefusal(documentedRefusals.unknownToken)
  }
  return order
}

/** A field that validation has found to be a string or absent. */
export function textOf(fields: Fields, name: string): string | undefined {
  const value = fields[name]
  return typeof value === 'string' ? value : undefined
}

/** The cents of an amount that validation has accepted; undefined when it was left out. */
export function centsOf({ body }: OperationCall, name: string): number | undefined {
  return parseCents(fieldsOf(body, name)?.amount)
}

/** Writes take the merchant's reference along. */
export function withReference({ order, ...change }: Change, { body }: OperationCall): Change {
  return {
    ...change,
    order: { ...order, ...present('merchantReference', textOf(body, 'merchantReference')) },
  }
}

/** A field that validation has found to be an object or absent. */
function fieldsOf(fields: Fields, name: string): Fields | undefined {
  const value = fields[name]
  return typeof value === 'object' && value !== null ? (value as Fields) : undefined
}

/** Leaves out what is undefined, so that it does not show in the answer. */
export function present<Value>(name: string, value: Value | undefined): Record<string, Value> {
  return value === undefined ? {} : { [name]: value }
}

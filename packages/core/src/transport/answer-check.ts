import type { OperationId } from '../generated/operations.js'

/** What a success must hold: all of these fields, one of them, a list, or nothing in particular. */
type Expected =
  | { readonly all: readonly string[] }
  | { readonly any: readonly string[] }
  | 'list'
  | 'object'

const CHECKOUT: Expected = { all: ['token', 'checkoutUrl'] }
const IN_PARTS: Expected = { any: ['token', 'status', 'captureStatus', 'totalAmount'] }

/**
 * Something between here and Scalapay can answer 200 too, such as a gateway that is being mended. Where one field is enough,
 * it is because not all that the specification calls required has been observed.
 */
const EXPECTED: Readonly<Record<OperationId, Expected>> = {
  createOrder: CHECKOUT,
  updateOrder: { any: ['token', 'merchantReference', 'merchantProcessorReference'] },
  findOrders: 'list',
  getOrder: { any: ['token', 'status'] },
  delayPayment: { any: ['token', 'status'] },
  capturePayment: { any: ['token', 'status'] },
  refundPayment: { any: ['token', 'refundToken', 'refundId', 'refundedAt', 'amount'] },
  voidPayment: { any: ['token', 'voidedAt'] },
  captureDelayedPayment: IN_PARTS,
  refundDelayedPayment: IN_PARTS,
  voidDelayedPayment: IN_PARTS,
  createInStoreOrder: { any: ['token', 'requestId', 'status'] },
  findInStoreOrders: 'list',
  getInStoreOrder: { any: ['token', 'status'] },
  refundInStoreOrder: { any: ['token', 'requestId', 'refundAmount', 'amount', 'refundToken'] },
  createInStorePayByLinkOrder: CHECKOUT,
  voidInStorePayByLinkOrder: { any: ['token', 'voidedAt'] },
  // Pages are read with their rows, see `paginate`.
  reportOrders: 'object',
  reportRefunds: 'object',
  reportPayouts: 'object',
  reportPayoutOrders: 'object',
  reportPayoutRefunds: 'object',
  reportDisputes: 'object',
  getConfigurations: 'list',
}

/**
 * Finds why a success cannot be used: it says nothing of what was asked, or is about another order. A gateway that answers
 * twice on one connection gives the next request the answer of the one before; its token shows it.
 *
 * @param token the order that the request is about, where it names one
 * @returns the end of a sentence; `undefined` when nothing is wrong
 */
export function findAnswerProblem(
  operation: OperationId,
  data: object,
  token: string | undefined,
): string | undefined {
  const expected = EXPECTED[operation]
  const fields = data as Readonly<Record<string, unknown>>
  const isTheirs = token === undefined || (fields.token ?? token) === token
  if (!isTheirs) return 'the answer is about another order'
  if (expected === 'object') return undefined
  if (expected === 'list') return isList(data) ? undefined : 'the answer is not a list'
  const isThere = (name: string) => fields[name] !== undefined && fields[name] !== null
  if ('any' in expected) {
    return expected.any.some(isThere) ? undefined : 'the answer says nothing of what was asked'
  }
  const missing = expected.all.filter((name) => typeof fields[name] !== 'string')
  return missing.length === 0 ? undefined : `the answer has no ${missing.join(' and no ')}`
}

function isList(data: object): boolean {
  return Array.isArray(data) && data.every((row) => typeof row === 'object' && row !== null)
}

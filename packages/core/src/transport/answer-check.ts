import type { OperationId } from '../generated/operations.js'

/** What a success must hold: one of these fields, a list, or nothing in particular. */
type Expected = readonly string[] | 'list' | 'object'

const IN_PARTS: Expected = ['token', 'status', 'captureStatus', 'totalAmount']

/**
 * Something between here and Scalapay can answer 200 too, such as a gateway that is being mended. One field is enough, since not
 * all that the specification calls required has been observed.
 */
const EXPECTED: Readonly<Record<OperationId, Expected>> = {
  createOrder: ['token'],
  updateOrder: ['token', 'merchantReference', 'merchantProcessorReference'],
  findOrders: 'list',
  getOrder: ['token', 'status'],
  delayPayment: ['token', 'status'],
  capturePayment: ['token', 'status'],
  refundPayment: ['token', 'refundToken', 'refundId', 'refundedAt', 'amount'],
  voidPayment: ['token', 'voidedAt'],
  captureDelayedPayment: IN_PARTS,
  refundDelayedPayment: IN_PARTS,
  voidDelayedPayment: IN_PARTS,
  createInStoreOrder: ['token', 'requestId'],
  findInStoreOrders: 'list',
  getInStoreOrder: ['token', 'status'],
  refundInStoreOrder: ['token', 'requestId', 'refundAmount', 'amount', 'refundToken'],
  createInStorePayByLinkOrder: ['token'],
  voidInStorePayByLinkOrder: ['token', 'voidedAt'],
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
  return expected.some(isThere) ? undefined : 'the answer says nothing of what was asked'
}

function isList(data: object): boolean {
  return Array.isArray(data) && data.every((row) => typeof row === 'object' && row !== null)
}

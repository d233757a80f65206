import { ScalapayServerError } from '../errors/api.js'
import { hintForUnknown } from '../errors/hints.js'
import type { OperationId } from '../generated/operations.js'
import type { CallOutcome } from './pipeline.js'

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

/** The request that an answer must belong to. */
export interface AnsweredRequest {
  operation: OperationId
  /** The order that it is about, where it names one. */
  token: string | undefined
  repeatable: boolean
  idempotencyKey: string | undefined
  findBy: { merchantOrderReference: string } | undefined
}

/**
 * Makes a success that cannot be used a failure: one that says nothing of what was asked, or is about another order. A
 * gateway that answers twice on one connection gives the next request the answer of the one before; its token shows it.
 *
 * @returns the outcome, whose error is a ScalapayServerError with `outcome: 'unknown'` then
 */
export function checkAnswer(outcome: CallOutcome, request: AnsweredRequest): CallOutcome {
  const { answer, attempts } = outcome
  if (outcome.error !== undefined || answer === undefined) return outcome
  const { operation, token, ...about } = request
  const problem = findAnswerProblem(answer.data as object, EXPECTED[operation], token)
  if (problem === undefined) return outcome
  const error = new ScalapayServerError(`${operation}: ${problem}.`, {
    operation,
    outcome: 'unknown',
    retryable: about.repeatable,
    httpStatusCode: answer.wire.status,
    attempts,
    idempotencyKey: about.idempotencyKey,
    requestId: answer.wire.header('x-amzn-requestid'),
    findBy: about.findBy,
    hint: hintForUnknown(about),
  })
  return { ...outcome, error }
}

function findAnswerProblem(
  data: object,
  expected: Expected,
  token: string | undefined,
): string | undefined {
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

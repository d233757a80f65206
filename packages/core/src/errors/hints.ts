/** For a write without an idempotency key, which repeating may do twice. */
const HINT_NOT_REPEATABLE =
  'Do not repeat it: it carries no idempotency key, and may have been carried out. Find out first; after a create, findBy names the search.'

const HINT_READ_AGAIN = 'Nothing was changed. Read again.'

const HINT_REPEAT =
  'It may have been carried out. Repeat with the same idempotency key, or read the order, before you decide.'

/** No read of an order shows its refunds. */
const HINT_REPEAT_REFUND =
  'It may have been carried out. Repeat it soon with the same reference and amount; later, look into the merchant portal or the report first.'

const HINT_LOST_CREATE =
  'It may have been carried out. Repeat with the same idempotency key, or look for the order with orders.find(error.findBy).'

const HINT_REPEAT_CREATE =
  'Repeat it with the same idempotency key. If this comes again, it may be a stored answer: when orders.find(error.findBy) finds no order, create it with an idempotencyKey of your own.'

/** What a hint depends on. */
export interface HintContext {
  operation: string
  /** Whether the same request may be sent again: a read, or a write with an idempotency key. */
  repeatable: boolean
  idempotencyKey: string | undefined
  /** What a create can be looked up by. */
  findBy: { merchantOrderReference: string } | undefined
}

/** What to do after a request that was answered, but not in a way that says what became of it. */
export function hintForUnknown(context: HintContext): string {
  // A stored answer to a create is not marked as one (source: Scalapay's specification), so it cannot be told from a new one.
  const isCreate = context.repeatable && context.findBy !== undefined
  return isCreate ? HINT_REPEAT_CREATE : hintForLost(context)
}

/** What to do after a request whose answer did not arrive. */
export function hintForLost(context: HintContext): string {
  const { operation, findBy } = context
  if (!isKeyed(context)) return hintWithoutKey(context)
  if (operation === 'refundPayment') return HINT_REPEAT_REFUND
  return findBy === undefined ? HINT_REPEAT : HINT_LOST_CREATE
}

/** What to do after a request that did not carry an idempotency key. */
export function hintWithoutKey({ repeatable }: HintContext): string {
  return repeatable ? HINT_READ_AGAIN : HINT_NOT_REPEATABLE
}

/** Whether it is a write that may be repeated under its key. */
export function isKeyed({ repeatable, idempotencyKey }: HintContext): boolean {
  return repeatable && idempotencyKey !== undefined
}

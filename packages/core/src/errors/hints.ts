/** For a write without an idempotency key, which repeating may do twice. */
export const HINT_NOT_REPEATABLE =
  'Do not repeat it: it takes no idempotency key, and may have been carried out. Find out first; after a create, findBy names the search.'

const HINT_READ_AGAIN = 'Nothing was changed. Read again.'

const HINT_REPEAT =
  'It may have been carried out. Repeat with the same idempotency key, or read the order, before you decide.'

const HINT_REPEAT_CREATE =
  'Repeat it with the same idempotency key. If this comes again, it may be a stored answer: when orders.find(error.findBy) finds no order, create it with an idempotencyKey of your own.'

/** What a hint depends on. */
export interface HintContext {
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
export function hintForLost({ repeatable, idempotencyKey }: HintContext): string {
  if (!repeatable) return HINT_NOT_REPEATABLE
  return idempotencyKey === undefined ? HINT_READ_AGAIN : HINT_REPEAT
}

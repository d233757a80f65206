import { ScalapayError } from '../errors/base.js'
import { isReplayed } from '../errors/from-response.js'
import type { ReadAnswer } from './attempt.js'
import { randomIdempotencyKey } from './idempotency.js'
import type { CallOutcome } from './pipeline.js'

/** An intent that has come to nothing this often is not asked about for ever: the next key is a random one. */
const MAX_GENERATIONS = 20

/** How one intent is sent until an answer is about this attempt, and not about one that is over. */
export interface GenerationSteps {
  /** The key of the intent's nth life. */
  keyOf: (generation: number) => string | Promise<string>
  send: (idempotencyKey: string) => Promise<CallOutcome>
  /** Whether a success is about something that is over by now, such as an expired order. */
  isOver: (answer: ReadAnswer) => boolean | Promise<boolean>
  /** Whether the order shows that nothing was done of an intent that is no longer being worked on. */
  isUndone: () => Promise<boolean>
}

/** What was sent last, and under which key. */
export interface SentUnderKey {
  outcome: CallOutcome
  idempotencyKey: string
}

/**
 * Sends an intent under its derived key. A stored answer which proves that the intent came to nothing must not block it
 * for ever, so it is then sent under the key of its next life. Every machine walks through the same keys.
 *
 * Only for intents whose repetition the order itself stops (it is captured once, voided once) or that can be looked up:
 * how long keys are kept is not published, and a first key that is forgotten while a later one is in use would be
 * carried out again.
 */
export async function sendThroughGenerations(steps: GenerationSteps): Promise<SentUnderKey> {
  let isUnsure = false
  let breakdownsMet = 0
  const before = { attempts: 0, durationMs: 0 }
  const addToEarlier = (idempotencyKey: string, last: CallOutcome): SentUnderKey => {
    const outcome = withEarlier(isUnsure ? withoutCertainty(last) : last, before)
    before.attempts += last.attempts
    before.durationMs += last.durationMs
    return { outcome, idempotencyKey }
  }
  for (let generation = 0; generation < MAX_GENERATIONS; generation += 1) {
    const derived = steps.keyOf(generation)
    const idempotencyKey = typeof derived === 'string' ? derived : await derived
    const outcome = await steps.send(idempotencyKey)
    const sent = addToEarlier(idempotencyKey, outcome)
    if (isStoredBreakdown(outcome)) {
      if (outcome.attempts > 1) breakdownsMet += 1
      // One that this call itself has met is bad luck; a second is an outage, which more requests would make worse.
      if (breakdownsMet > 1 || !(await steps.isUndone())) return sent
      isUnsure = true
    } else if (!isStoredRefusal(outcome) && !(await isOver(outcome, steps))) {
      return sent
    }
  }
  const lastKey = randomIdempotencyKey()
  return addToEarlier(lastKey, await steps.send(lastKey))
}

/** The requests under earlier keys belong to the same call. */
function withEarlier(
  outcome: CallOutcome,
  before: Pick<CallOutcome, 'attempts' | 'durationMs'>,
): CallOutcome {
  if (before.attempts === 0) return outcome
  const attempts = before.attempts + outcome.attempts
  const durationMs = before.durationMs + outcome.durationMs
  const error = outcome.error && ScalapayError.fromJSON({ ...outcome.error.toJSON(), attempts })
  return { ...outcome, error, attempts, durationMs }
}

/**
 * Whether Scalapay replayed a refusal: the first request under this key was answered with it, and did nothing. Refusals
 * that are about the moment (key, rate, conflict) and server errors prove nothing about the intent.
 */
function isStoredRefusal({ error, answer }: CallOutcome): boolean {
  const isAboutInput =
    error?.name === 'ScalapayRequestError' || error?.name === 'ScalapayOrderNotFoundError'
  return isAboutInput && answer !== undefined && isReplayed(answer.wire)
}

/**
 * Whether Scalapay replayed a server error: whatever the first request under this key did, it is over. One that is not
 * replayed says nothing, since its work may still be going on.
 */
function isStoredBreakdown({ error, answer }: CallOutcome): boolean {
  if (error === undefined || answer === undefined) return false
  return answer.wire.status >= 500 && isReplayed(answer.wire)
}

/** A read may lag behind what broke down, so a failure that follows cannot say that no money has moved. */
function withoutCertainty(outcome: CallOutcome): CallOutcome {
  const { error } = outcome
  if (error === undefined || error.outcome === 'unknown') return outcome
  const unsure = ScalapayError.fromJSON({
    ...error.toJSON(),
    outcome: 'unknown',
    hint: HINT_UNSURE,
  })
  return { ...outcome, error: unsure }
}

const HINT_UNSURE =
  'An earlier request of this intent broke down, and the order did not show that it had done anything. Read the order again before you decide.'

function isOver(
  { error, answer }: CallOutcome,
  steps: GenerationSteps,
): boolean | Promise<boolean> {
  return error === undefined && answer !== undefined && steps.isOver(answer)
}

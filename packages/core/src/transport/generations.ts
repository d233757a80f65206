import { ScalapayError, type ScalapayErrorDetails } from '../errors/base.js'
import { isReplayed } from '../errors/from-response.js'
import { asUnknownOutcome } from '../errors/unknown-outcome.js'
import type { ReadAnswer } from './attempt.js'
import { randomIdempotencyKey } from './idempotency.js'
import type { CallOutcome } from './pipeline.js'

/** An intent that has come to nothing this often is not asked about for ever: the next key is a random one. */
const MAX_GENERATIONS = 20

/** How one intent is sent until an answer is about this attempt, and not about one that is over. */
export interface GenerationSteps {
  /** The key of the intent's nth generation. */
  keyOf: (generation: number) => string | Promise<string>
  send: (idempotencyKey: string) => Promise<CallOutcome>
  /** Whether a success is about something that is over by now, such as an expired order. */
  isOver: (answer: ReadAnswer) => boolean | Promise<boolean>
  /** Whether the order shows that nothing was done of an intent that is no longer being worked on. */
  isUndone: () => Promise<boolean>
  /** What an error says of the write when what failed is not the write itself. */
  details: Pick<ScalapayErrorDetails, 'operation' | 'findBy'>
}

/** What was sent last, and under which key. */
export interface SentUnderKey {
  outcome: CallOutcome
  idempotencyKey: string
}

/**
 * Sends an intent under its derived key. A stored answer which proves that the intent came to nothing must not block it
 * for ever, so it is then sent under the key of its next generation. Every machine walks through the same keys.
 *
 * Only for intents whose repetition the order itself stops (it is captured once, voided once) or that can be looked up:
 * how long keys are kept is not published, and a first key that is forgotten while a later one is in use would be
 * carried out again.
 */
export async function sendThroughGenerations(steps: GenerationSteps): Promise<SentUnderKey> {
  const history: History = { attempts: 0, durationMs: 0, ownServerErrors: 0, isUnsure: false }
  for (let generation = 0; generation < MAX_GENERATIONS; generation += 1) {
    const derived = steps.keyOf(generation)
    const idempotencyKey = typeof derived === 'string' ? derived : await derived
    const outcome = await sendOne(idempotencyKey, steps, history)
    const sent = { outcome: addToEarlier(outcome, history), idempotencyKey }
    const judged = provesNothingDone(outcome, idempotencyKey, steps, history)
    // A promise only where the order is asked: most answers stand by themselves.
    if (!(typeof judged === 'boolean' ? judged : await judged)) return sent
  }
  const idempotencyKey = randomIdempotencyKey()
  const outcome = await sendOne(idempotencyKey, steps, history)
  return { outcome: addToEarlier(outcome, history), idempotencyKey }
}

/** What was sent under the keys before. */
interface History {
  attempts: number
  /** Milliseconds. */
  durationMs: number
  /** How many of this call's own requests were answered with a server error that was then stored. */
  ownServerErrors: number
  /** Whether one of them broke down, so that a later failure cannot say that no money has moved. */
  isUnsure: boolean
}

function sendOne(
  idempotencyKey: string,
  { send, details }: GenerationSteps,
  { isUnsure, attempts }: History,
): Promise<CallOutcome> {
  const sent = send(idempotencyKey)
  if (!isUnsure) return sent
  return rethrowAsUnknown(sent, { ...details, idempotencyKey, attempts, hint: HINT_UNSURE })
}

/** Whether the intent came to nothing, so that it may be sent under the next key. */
function provesNothingDone(
  outcome: CallOutcome,
  idempotencyKey: string,
  steps: GenerationSteps,
  history: History,
): boolean | Promise<boolean> {
  if (isStoredFailure(outcome)) return isUndoneAfter(outcome, steps, history)
  if (isStoredRefusal(outcome)) return true
  const over = isAnswerOver(outcome, steps)
  if (typeof over === 'boolean') return over
  const { attempts } = history
  return rethrowAsUnknown(over, {
    ...steps.details,
    idempotencyKey,
    attempts,
    hint: HINT_UNCHECKED,
  })
}

async function isUndoneAfter(
  { attempts }: CallOutcome,
  steps: GenerationSteps,
  history: History,
): Promise<boolean> {
  if (attempts > 1) history.ownServerErrors += 1
  // One that this call itself has met is bad luck; a second is an outage, which more requests would make worse.
  if (history.ownServerErrors > 1 || !(await steps.isUndone())) return false
  history.isUnsure = true
  return true
}

/** A question about an answer that cannot be answered takes nothing back of it. */
async function rethrowAsUnknown<T>(asked: Promise<T>, details: ScalapayErrorDetails): Promise<T> {
  try {
    return await asked
  } catch (error) {
    throw asUnknownOutcome(error, details)
  }
}

function addToEarlier(last: CallOutcome, history: History): CallOutcome {
  const outcome = withEarlier(history.isUnsure ? withoutCertainty(last) : last, history)
  history.attempts += last.attempts
  history.durationMs += last.durationMs
  return outcome
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
 * Whether Scalapay replayed an answer that says nothing, such as a server error: whatever the first request under this key
 * did, it is over. One that is not replayed says nothing even of that, since its work may still be going on.
 */
function isStoredFailure({ error, answer }: CallOutcome): boolean {
  if (error === undefined || answer === undefined || !isReplayed(answer.wire)) return false
  const { status } = answer.wire
  // A success that names an order is about another one, and none of ours.
  return status >= 500 || (status < 300 && !namesOrder(answer.data))
}

function namesOrder(data: unknown): boolean {
  const { token }: { token?: unknown } = typeof data === 'object' && data !== null ? data : {}
  return token !== undefined && token !== null
}

/** A read may lag behind what broke down, so a failure that follows cannot say that no money has moved. */
function withoutCertainty(outcome: CallOutcome): CallOutcome {
  const { error } = outcome
  if (error === undefined || error.outcome === 'unknown') return outcome
  return { ...outcome, error: asUnknownOutcome(error, { hint: HINT_UNSURE }) }
}

const HINT_UNSURE =
  'An earlier request of this intent broke down, and the order did not show that it had done anything. Read the order again before you decide.'

const HINT_UNCHECKED =
  'The write was answered, but whether the answer is about an order that has ended since could not be read. Send the same again, or look the order up, before you decide.'

function isAnswerOver(
  { error, answer }: CallOutcome,
  steps: GenerationSteps,
): boolean | Promise<boolean> {
  return error === undefined && answer !== undefined && steps.isOver(answer)
}

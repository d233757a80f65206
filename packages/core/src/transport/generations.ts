import type { CallOutcome } from './pipeline.js'

/** An intent that has come to nothing this often is given up, rather than asked about for ever. */
const MAX_GENERATIONS = 20

/** How one intent is sent until an answer is about this attempt, and not about one that is over. */
export interface GenerationSteps {
  /** The key of the intent's nth life. */
  keyOf: (generation: number) => Promise<string>
  send: (idempotencyKey: string) => Promise<CallOutcome>
  /** Whether a success is about something that is over by now, such as an expired order. */
  isOver: (outcome: CallOutcome) => Promise<boolean>
}

/** What was sent last, and under which key. */
export interface SentUnderKey {
  outcome: CallOutcome
  idempotencyKey: string
}

/**
 * Sends an intent under its derived key. A stored answer which proves that the intent came to nothing must not block it
 * for ever, so it is then sent under the key of its next life. Every machine walks through the same keys.
 */
export async function sendUnderDerivedKey(steps: GenerationSteps): Promise<SentUnderKey> {
  for (let generation = 0; ; generation += 1) {
    const idempotencyKey = await steps.keyOf(generation)
    const outcome = await steps.send(idempotencyKey)
    const cameToNothing = isStoredRefusal(outcome) || (await steps.isOver(outcome))
    if (!cameToNothing || generation >= MAX_GENERATIONS) return { outcome, idempotencyKey }
  }
}

/**
 * Whether Scalapay replayed a refusal: the first request under this key was answered with it, and did nothing. Refusals
 * that are about the moment (key, rate, conflict) and server errors prove nothing about the intent.
 */
function isStoredRefusal({ error, answer }: CallOutcome): boolean {
  const isReplayed = isReplay(answer?.wire.header('request-idempotency'))
  const isAboutInput =
    error?.name === 'ScalapayRequestError' || error?.name === 'ScalapayOrderNotFoundError'
  return isReplayed && isAboutInput && error.outcome === 'rejected'
}

/** Whether a `Request-Idempotency` header says that the answer was stored before (source: Scalapay's specification). */
export function isReplay(header: string | undefined): boolean {
  return header?.toLowerCase() === 'true'
}

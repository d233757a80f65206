import { unusableAnswer } from './unusable-answer.js'

/**
 * Hands an answer on if it is about the order that was asked for. A gateway that answers twice on one connection gives the
 * next request the answer of the one before; its token shows it.
 *
 * @throws ScalapayServerError with `outcome: 'unknown'` for the answer to something else
 */
export async function answerOf<T extends object>(
  operation: string,
  token: string,
  call: Promise<T>,
): Promise<T> {
  const answer = await call
  const named = (answer as { token?: unknown }).token
  if (named === undefined || named === null || named === token) return answer
  throw unusableAnswer(operation, answer, 'the answer is about another order', {
    retryable: true,
    hint: 'Read the order, or repeat the call with the same idempotency key, before you decide.',
  })
}

const NAME = 'RetryLater'

/**
 * For a handler that cannot do its work yet, such as when the shop's own order is not committed: throw it, and the delivery
 * is answered with 503, so that Scalapay sends it again.
 *
 * @param why for the report; it is not in the answer
 * @example throw retryLater('the order is not committed yet')
 */
export function retryLater(why: string): Error {
  return Object.assign(new Error(why), { name: NAME })
}

/** Whether a handler asked for redelivery. By name, so that it works across duplicate copies of this package. */
export function asksForRetry(error: unknown): boolean {
  return error instanceof Error && error.name === NAME
}

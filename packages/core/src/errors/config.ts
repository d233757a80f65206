import { ScalapayError, type ScalapayErrorDetails } from './base.js'

/** What a `ScalapayConfigError` carries besides the common details. */
export interface ScalapayConfigErrorDetails extends ScalapayErrorDetails {
  /** Everything that is wrong, each with the option's name and what to do. */
  problems?: readonly string[]
}

/** The set-up is wrong: options, key or URL. All problems are named at once. Decision: fix the set-up. */
export class ScalapayConfigError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayConfigError' as const
  /** Everything that is wrong, each with the option's name and what to do. */
  readonly problems: readonly string[]

  constructor(message: string, details: ScalapayConfigErrorDetails = {}) {
    super(message, details)
    this.problems = details.problems ?? [message]
  }

  /**
   * An error whose message has a line for each problem.
   *
   * @param what cannot be done: 'The Scalapay client cannot start'
   */
  static listing(what: string, problems: readonly string[]): ScalapayConfigError {
    const list = problems.map((problem) => `\n  - ${problem}`).join('')
    return new ScalapayConfigError(`${what}:${list}`, { problems })
  }

  static {
    ScalapayError.register('ScalapayConfigError', ScalapayConfigError)
  }
}

/**
 * Refuses a set-up in which something is wrong.
 *
 * @param what cannot be done: 'The Scalapay client cannot start'
 * @throws ScalapayConfigError with a line for each problem, when there is any
 */
export function throwProblems(what: string, problems: readonly string[]): void {
  if (problems.length > 0) throw ScalapayConfigError.listing(what, problems)
}

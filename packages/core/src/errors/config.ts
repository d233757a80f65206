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

  static {
    ScalapayError.register('ScalapayConfigError', ScalapayConfigError)
  }
}

/**
 * @param what cannot be done: 'The Scalapay client cannot start'
 * @throws ScalapayConfigError with a line for each problem, when there is any
 */
export function throwProblems(what: string, problems: readonly string[]): void {
  if (problems.length === 0) return
  const list = problems.map((problem) => `\n  - ${problem}`).join('')
  throw new ScalapayConfigError(`${what}:${list}`, { problems })
}

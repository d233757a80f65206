import { isScalapayError } from '@scalapay-kit/core'
import { FST_SCALAPAY_OPTIONS } from './errors.js'

/** Collects what is wrong with the options of one registration, so that all of it is named at once. */
export class Problems {
  readonly #found: string[] = []

  constructor(found: readonly string[]) {
    this.#found.push(...found)
  }

  add(problem: string): void {
    this.#found.push(problem)
  }

  /**
   * Makes something whose options the core checks.
   *
   * @returns `undefined` when the core refuses them
   */
  attempt<T>(make: () => T): T | undefined {
    try {
      return make()
    } catch (error) {
      if (!isScalapayError(error, 'ScalapayConfigError')) throw error
      this.#found.push(...error.problems)
      return undefined
    }
  }

  /** @throws FST_SCALAPAY_OPTIONS naming everything that was found */
  throwAny(): void {
    const [first, ...others] = this.#found
    if (first === undefined) return
    const text = others.length === 0 ? first : ['', first, ...others].join('\n  - ')
    throw new FST_SCALAPAY_OPTIONS(text)
  }
}

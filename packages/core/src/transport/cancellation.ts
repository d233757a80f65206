/**
 * Ends an exchange before its answer is complete. An `AbortController` for each attempt would cost more than the rest of
 * the client's work on it, so the one that `fetch` wants is made only where it is asked for.
 */
export class Cancellation {
  #isCancelled = false
  #onCancel: (() => void) | undefined
  #controller: AbortController | undefined

  get isCancelled(): boolean {
    return this.#isCancelled
  }

  /** The same as a standard signal. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#isCancelled) this.#controller.abort()
    return this.#controller.signal
  }

  /** Calls back when the exchange is to end. Holds one callback, the last one given; `undefined` for none. */
  onCancel(callback: (() => void) | undefined): void {
    this.#onCancel = callback
  }

  /** Ends what listens; again has no effect. */
  cancel(): void {
    if (this.#isCancelled) return
    this.#isCancelled = true
    this.#controller?.abort()
    this.#onCancel?.()
  }
}

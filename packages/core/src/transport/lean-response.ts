import type { CallOutcome } from './pipeline.js'

/**
 * The few parts of a `Response` that openapi-fetch touches, over a body that has been read and parsed already. It also
 * carries the outcome of the call up to where the result is unwrapped.
 */
export class LeanResponse {
  constructor(readonly outcome: CallOutcome) {}

  get ok(): boolean {
    return this.outcome.error === undefined
  }

  get status(): number {
    return this.outcome.answer?.wire.status ?? 0
  }

  /** Without a length openapi-fetch would parse the text a second time. */
  readonly headers = { get: (name: string) => (/^content-length$/i.test(name) ? '-1' : null) }

  json(): unknown {
    return this.outcome.answer?.data
  }

  text(): string {
    return ''
  }
}

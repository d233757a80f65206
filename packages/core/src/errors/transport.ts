import { ScalapayError } from './base.js'

/** No answer: DNS, connection refused or reset, TLS. Decision: by `outcome`, retry or reconcile. */
export class ScalapayConnectionError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayConnectionError' as const

  static {
    ScalapayError.register('ScalapayConnectionError', ScalapayConnectionError)
  }
}

/** No complete answer within `timeoutMs` or `deadlineMs`. Decision: reconcile, unless `outcome` is `not-sent`. */
export class ScalapayTimeoutError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayTimeoutError' as const

  static {
    ScalapayError.register('ScalapayTimeoutError', ScalapayTimeoutError)
  }
}

/** The caller's `signal` ended the call. Decision: reconcile, unless `outcome` is `not-sent`. */
export class ScalapayAbortError extends ScalapayError {
  /** @inheritdoc */
  override readonly name = 'ScalapayAbortError' as const

  static {
    ScalapayError.register('ScalapayAbortError', ScalapayAbortError)
  }
}

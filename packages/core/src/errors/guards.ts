import type {
  ScalapayAuthenticationError,
  ScalapayConflictError,
  ScalapayOrderNotFoundError,
  ScalapayRateLimitError,
  ScalapayRequestError,
  ScalapayServerError,
} from './api.js'
import { BRAND, type ScalapayError, type ScalapayErrorName } from './base.js'
import type { ScalapayConfigError } from './config.js'
import type {
  ScalapayAbortError,
  ScalapayConnectionError,
  ScalapayTimeoutError,
} from './transport.js'
import type { ScalapayWebhookError } from './webhook.js'

type AnyScalapayError =
  | ScalapayRequestError
  | ScalapayOrderNotFoundError
  | ScalapayAuthenticationError
  | ScalapayConflictError
  | ScalapayRateLimitError
  | ScalapayServerError
  | ScalapayConnectionError
  | ScalapayTimeoutError
  | ScalapayAbortError
  | ScalapayConfigError
  | ScalapayWebhookError

/**
 * Whether a value is an error of this package, or the one of that name. Works across duplicate copies of it, where
 * `instanceof` does not.
 *
 * @example if (isScalapayError(error, 'ScalapayRateLimitError')) wait(error.retryAfterMs)
 */
export function isScalapayError(value: unknown): value is ScalapayError
export function isScalapayError<Name extends ScalapayErrorName>(
  value: unknown,
  name: Name,
): value is Extract<AnyScalapayError, { name: Name }>
export function isScalapayError(value: unknown, name?: ScalapayErrorName): boolean {
  if (typeof value !== 'object' || value === null || !(BRAND in value)) return false
  return name === undefined || (value as unknown as ScalapayError).name === name
}

import type { ScalapayError } from '../errors/base.js'

/** What happened to one request, in full. */
export interface AttemptReport {
  operation: string
  attempt: number
  durationMs: number
  status?: number | undefined
  requestId?: string | undefined
  error?: ScalapayError | undefined
  /** What the retry policy decided, and why. */
  verdict?: { retry: boolean; because: string } | undefined
}

/**
 * The fields of a request that may be logged: the only place that decides it. An allow-list: keys, tokens, bodies, URLs
 * (they hold tokens), names and messages (they may repeat input) are left out because they are not named here.
 */
export function toLogFields(report: AttemptReport): Record<string, unknown> {
  const { error } = report
  const fields = {
    operation: report.operation,
    attempt: report.attempt,
    durationMs: Math.round(report.durationMs),
    status: report.status ?? error?.httpStatusCode,
    requestId: report.requestId ?? error?.requestId,
    errorName: error?.name,
    errorCode: error?.errorCode,
    errorId: error?.errorId,
    outcome: error?.outcome,
    idempotencyKey: error?.idempotencyKey,
    retry: report.verdict?.retry,
    because: report.verdict?.because,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

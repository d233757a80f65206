import type { Outcome, ScalapayError } from '../errors/base.js'
import { operations } from '../generated/operations.js'

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

/** What became of one call, after all its requests. */
export type OperationReport = Omit<AttemptReport, 'attempt' | 'verdict'> & { attempts: number }

interface SharedEvent {
  /** The `operationId`; `raw` for a path that has none. */
  operation: string
  /** Whole milliseconds since the call began: earlier requests and the waits between them included. */
  durationMs: number
  /** HTTP status of the answer, when there was one. */
  status?: number | undefined
  /** The `x-amzn-RequestId` of the answer. */
  requestId?: string | undefined
  /** The class of the error; absent after a success. */
  errorName?: string | undefined
  /** Scalapay's `errorCode`, or `unlisted` for one that is not known; the error itself has it. */
  errorCode?: string | undefined
  /** Scalapay's `errorId`. */
  errorId?: string | undefined
  /** Whether money may have moved; absent after a success. */
  outcome?: Outcome | undefined
  /** The derived key of a call that failed, the same on every machine. One of your own is left out: it may hold anything. */
  idempotencyKey?: string | undefined
}

/** One request, as it is logged and published on the channel `scalapay-kit:attempt`. Nothing in it is secret or personal. */
export interface AttemptEvent extends SharedEvent {
  /** From 1. */
  attempt: number
  /** Whether the request is repeated; absent after a success. */
  retry?: boolean | undefined
  /** Why it is repeated, or not. */
  because?: string | undefined
}

/** One call after all its requests, as it is published on the channel `scalapay-kit:operation`. Nothing in it is secret or personal. */
export interface OperationEvent extends SharedEvent {
  /** How many requests were made. */
  attempts: number
}

/**
 * What may be logged or published of a request: the only place that decides it. An allow-list: keys, tokens, bodies, URLs
 * (they hold tokens), names and messages (they may repeat input) are left out because they are not named here. What is
 * named and comes from outside must have the very shape that it has at Scalapay.
 */
export function toAttemptEvent(report: AttemptReport): AttemptEvent {
  const { attempt, verdict } = report
  const { retry, because } = verdict ?? {}
  return withoutAbsent({ ...sharedFields(report), attempt, retry, because })
}

/** The same for a whole call. */
export function toOperationEvent(report: OperationReport): OperationEvent {
  return withoutAbsent({ ...sharedFields(report), attempts: report.attempts })
}

function sharedFields(report: Omit<AttemptReport, 'attempt'>): SharedEvent {
  const { error } = report
  return {
    // Only names of the table are known to be harmless.
    operation: Object.hasOwn(operations, report.operation) ? report.operation : 'raw',
    durationMs: Math.round(report.durationMs),
    status: report.status ?? error?.httpStatusCode,
    requestId: ifShaped(UUID, report.requestId ?? error?.requestId),
    errorName: error?.name,
    errorCode: error?.errorCode === undefined ? undefined : listed(error.errorCode),
    errorId: ifShaped(ERROR_ID, error?.errorId),
    outcome: error?.outcome,
    idempotencyKey: ifShaped(DERIVED_KEY, error?.idempotencyKey),
  }
}

/** The codes that are published or observed: any other text might be one of the caller's. */
const LISTED_CODES: ReadonlySet<string> = new Set([
  'api_validationerror',
  'pre_condition_failed',
  'conflicting_operation_in_progress',
  'invalid_token',
  'internal_server',
  'order_amount_exceeds_maximum_limit',
  'unauthorized',
  'invalid_json',
])
/** Older answers have the HTTP status in the place of the code. */
const STATUS = /^[45]\d\d$/
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i
/** Derived keys are UUIDs of version 8. */
const DERIVED_KEY = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
/** Observed: 13 to 16 characters. */
const ERROR_ID = /^error-[\da-z]{10,20}$/

function listed(code: string): string {
  return LISTED_CODES.has(code) || STATUS.test(code) ? code : 'unlisted'
}

function ifShaped(shape: RegExp, text: string | undefined): string | undefined {
  return text !== undefined && shape.test(text) ? text : undefined
}

function withoutAbsent<Event extends object>(event: Event): Event {
  const present = Object.entries(event).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as Event
}

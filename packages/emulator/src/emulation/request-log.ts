import type { Answer } from '../answer.js'
import type { AppliedFault } from '../faults/rules.js'
import type { OperationId } from '../generated/document.js'

/** One request to the imitated API. */
export interface LoggedRequest {
  /** Counts from 1 since the start or the last reset. */
  readonly id: number
  /** ISO 8601 in UTC, by the emulator's clock. */
  readonly at: string
  readonly method: string
  /** With the query. */
  readonly path: string
  /** Absent when no operation has this path. */
  readonly operation?: OperationId
  /** With the key masked to its last four characters. */
  readonly headers: Readonly<Record<string, string>>
  /** The body as it was received; a long one is cut. */
  readonly body: string
  /** What was answered; null while the request is being worked on and when the connection was dropped. */
  readonly answer: Answer | null
  /** The fault that was applied, and which rule or header it came from. */
  readonly fault: AppliedFault | null
}

/** What is known of a request when it arrives. */
export type ArrivedRequest = Omit<LoggedRequest, 'id' | 'answer'>

/** The last requests, oldest first. */
export interface RequestLog {
  /** Logs the request and returns the function that adds its answer. */
  readonly add: (request: ArrivedRequest) => (answer: Answer) => void
  readonly list: () => LoggedRequest[]
}

const LONGEST_BODY = 65_536

function cut(body: string): string {
  if (body.length <= LONGEST_BODY) return body
  return `${body.slice(0, LONGEST_BODY)}… (${body.length} characters)`
}

/** Shows a key by its last four characters; too short a key not at all. */
export function maskKey(key: string): string {
  return key.length > 8 ? `****${key.slice(-4)}` : '****'
}

function maskAuthorization(value: string): string {
  const [, scheme = '', key = ''] = /^(Bearer\s+)?(.*)$/is.exec(value) ?? []
  return scheme + maskKey(key)
}

/** The headers for the log, without the secret. */
export function loggedHeaders(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const shown: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const text = Array.isArray(value) ? value.join(', ') : (value ?? '')
    shown[name] = name === 'authorization' ? maskAuthorization(text) : text
  }
  return shown
}

/** Creates a log that keeps the last `limit` requests, so that its memory is bounded, and tells when it grows. */
export function createRequestLog(limit: number, onChange = () => {}): RequestLog {
  const entries: LoggedRequest[] = []
  let count = 0
  return {
    add(request) {
      count += 1
      const id = count
      entries.push({ id, ...request, body: cut(request.body), answer: null })
      if (entries.length > limit) entries.shift()
      onChange()
      return (answer) => {
        const index = entries.findIndex((entry) => entry.id === id)
        const entry = entries[index]
        if (entry === undefined) return
        entries[index] = { ...entry, answer: { ...answer, body: cut(answer.body) } }
        onChange()
      }
    },
    list: () => [...entries],
  }
}

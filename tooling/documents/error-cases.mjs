// @ts-check
/**
 * What can go wrong, for the tables of docs/errors.md: the situations in words. What they lead to, the code says itself.
 */

/**
 * Answers to a keyed write, sent once.
 *
 * @type {readonly { when: string, status: number, text: string, headers?: Record<string, string> }[]}
 */
export const answers = [
  {
    when: '400, 413, 422, another 4xx: the input is refused',
    status: 400,
    text: '{"errorCode":"bad_request"}',
  },
  {
    when: 'the same, as the stored answer to an earlier request (`Request-Idempotency: true`)',
    status: 400,
    text: '{"errorCode":"bad_request"}',
    headers: { 'request-idempotency': 'true' },
  },
  { when: '401, 403: the key is refused', status: 401, text: '"Unauthorized"' },
  { when: '422 `invalid_token`, 404', status: 422, text: '{"errorCode":"invalid_token"}' },
  {
    when: '409 `conflicting_operation_in_progress`',
    status: 409,
    text: '{"errorCode":"conflicting_operation_in_progress"}',
  },
  { when: '409 with another code', status: 409, text: '{"errorCode":"other"}' },
  { when: '429: too many calls', status: 429, text: '{"message":"Too Many Requests"}' },
  { when: '408, 5xx, in any form (JSON, HTML, nothing)', status: 502, text: '<html></html>' },
  {
    when: '5xx as the stored answer to an earlier request (`Request-Idempotency: true`)',
    status: 500,
    text: '{"errorCode":"internal_server"}',
    headers: { 'request-idempotency': 'true' },
  },
  { when: '3xx: a redirect, which is never followed', status: 302, text: '' },
  {
    when: 'a success that is empty, not JSON or cut off, says nothing of what was asked, or is about another order',
    status: 200,
    text: '{',
  },
]

/**
 * Exchanges without a complete answer.
 *
 * @type {readonly { when: string, stage: import('../../packages/core/src/transport/wire.js').FailureStage, endedBy?: import('../../packages/core/src/transport/timeout.js').EndedBy, cause?: Error }[]}
 */
export const failures = [
  {
    when: 'the connection was refused',
    stage: 'not-sent',
    cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  },
  {
    when: 'the host is not known',
    stage: 'not-sent',
    cause: Object.assign(new Error('lookup'), { code: 'ENOTFOUND' }),
  },
  {
    when: 'the certificate is refused',
    stage: 'not-sent',
    cause: Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }),
  },
  {
    when: 'the connection was lost after the request had begun',
    stage: 'sent',
    cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
  },
  { when: 'the connection was lost in the middle of the answer', stage: 'answered' },
  { when: 'the answer is larger than 32 MiB', stage: 'too-large' },
  { when: '`timeoutMs` ran out for one request', stage: 'sent', endedBy: 'timeout' },
  { when: '`deadlineMs` ran out for the call', stage: 'sent', endedBy: 'deadline' },
  { when: 'your `signal` fired under way', stage: 'sent', endedBy: 'caller' },
  { when: 'your `signal` fired before anything was sent', stage: 'not-sent', endedBy: 'caller' },
]

const NOW = 1_700_000_000_000
const DAY = 24 * 60 * 60 * 1000

/**
 * Deliveries that are refused.
 *
 * @type {readonly { when: string, now: number, change: (delivery: any, sign: any) => any }[]}
 */
export const deliveries = [
  {
    when: 'your framework has parsed the body',
    now: NOW,
    change: (delivery) => ({ ...delivery, rawBody: JSON.parse(delivery.rawBody) }),
  },
  { when: 'no bytes arrived', now: NOW, change: (delivery) => ({ ...delivery, rawBody: '' }) },
  {
    when: 'larger than `maxBodyBytes`',
    now: NOW,
    change: (delivery) => ({ ...delivery, rawBody: delivery.rawBody.padEnd(1_001) }),
  },
  {
    when: 'no signature header',
    now: NOW,
    change: ({ rawBody, headers }) => ({
      rawBody,
      headers: { 'x-scalapay-timestamp': headers['x-scalapay-timestamp'] },
    }),
  },
  {
    when: 'no timestamp header',
    now: NOW,
    change: ({ rawBody, headers }) => ({
      rawBody,
      headers: { 'x-scalapay-hmac-v1': headers['x-scalapay-hmac-v1'] },
    }),
  },
  {
    when: 'a header that is doubled or has another form',
    now: NOW,
    change: ({ rawBody, headers }) => ({
      rawBody,
      headers: { ...headers, 'x-scalapay-timestamp': 'today' },
    }),
  },
  {
    when: 'the signature fits none of `apiKeys`',
    now: NOW,
    change: ({ rawBody, headers }) => ({ rawBody: rawBody.replace('T1', 'T2'), headers }),
  },
  { when: 'older than the tolerance', now: NOW - 4 * DAY, change: (delivery) => delivery },
  { when: 'further ahead than the tolerance', now: NOW + DAY, change: (delivery) => delivery },
  {
    when: 'rightly signed, but not an event',
    now: NOW,
    change: async (_delivery, sign) => ({
      rawBody: '[]',
      headers: await sign({ rawBody: '[]', apiKey: 'k', timestamp: NOW }),
    }),
  },
]

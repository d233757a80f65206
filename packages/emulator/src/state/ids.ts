import { createRandom, type Random } from './random.js'

const UPPER_CASE_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'
const BASE_36 = '0123456789abcdefghijklmnopqrstuvwxyz'
const LETTERS_AND_DIGITS = `${UPPER_CASE_AND_DIGITS}abcdefghijklmnopqrstuvwxyz`
const HEXADECIMAL = '0123456789abcdef'

/** Everything the emulator has to name, in the shapes seen on the real service. */
export interface Ids {
  /** Twelve upper-case letters and digits; the real service uses 10 or 12 (Scalapay docs, observed). */
  readonly orderToken: () => string
  /** In the shape of an order token; the real shape is unknown. */
  readonly disputeToken: () => string
  /** `error-` and 16 base-36 characters (observed: 13 to 16). */
  readonly errorId: () => string
  /** The `x-amzn-requestid` of the gateway in front of the real service (observed). */
  readonly requestId: () => string
  /** Its `x-amz-apigw-id`: the name was observed, the form is that of AWS. */
  readonly gatewayId: () => string
  /** Its `x-amzn-trace-id`: the name was observed, the form is that of AWS. */
  readonly traceId: () => string
}

function pick(random: Random, alphabet: string, length: number): string {
  let text = ''
  for (let index = 0; index < length; index += 1) {
    text += alphabet.charAt(Math.floor(random() * alphabet.length))
  }
  return text
}

/** Names from a seed: the same calls after the same seed give the same names. */
export function createIds(seed: number): Ids {
  const tokens = createRandom(seed, 'order tokens')
  const disputes = createRandom(seed, 'dispute tokens')
  const errors = createRandom(seed, 'error ids')
  const requests = createRandom(seed, 'request ids')
  const gateway = createRandom(seed, 'gateway ids')
  const traces = createRandom(seed, 'trace ids')
  return {
    orderToken: () => pick(tokens, UPPER_CASE_AND_DIGITS, 12),
    disputeToken: () => pick(disputes, UPPER_CASE_AND_DIGITS, 12),
    errorId: () => `error-${pick(errors, BASE_36, 16)}`,
    requestId: () =>
      [8, 4, 4, 4, 12].map((length) => pick(requests, HEXADECIMAL, length)).join('-'),
    gatewayId: () => `${pick(gateway, LETTERS_AND_DIGITS, 15)}=`,
    traceId: () => `Root=1-${pick(traces, HEXADECIMAL, 8)}-${pick(traces, HEXADECIMAL, 24)}`,
  }
}

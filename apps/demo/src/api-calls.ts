import type { Emulator, LoggedRequest } from '@scalapay-kit/emulator'
import type { Transcript } from './transcript.js'

interface Amount {
  readonly amount?: string | number
  readonly currency?: string
}

interface Body {
  readonly status?: string
  readonly captureStatus?: string
  readonly product?: string
  readonly totalAmount?: Amount
  readonly refundAmount?: Amount
  readonly items?: readonly { readonly name: string }[]
  readonly errorCode?: string
}

/** Writes down the calls that the shop makes to Scalapay, as the emulator saw them. */
export class ApiCalls {
  readonly #emulator: Emulator
  readonly #transcript: Transcript
  #seen = 0

  constructor(emulator: Emulator, transcript: Transcript) {
    this.#emulator = emulator
    this.#transcript = transcript
  }

  /** Writes the calls since the last time. */
  async write(): Promise<void> {
    for (const request of await this.#emulator.control.requests()) {
      if (request.id <= this.#seen) continue
      this.#seen = request.id
      // The shopper's visits to the checkout page are in the same log, and in the transcript already.
      if (request.operation === undefined) continue
      this.#transcript.step({
        route: 'shop → scalapay',
        method: request.method,
        path: request.path,
        status: request.answer?.status ?? 'no answer',
        fact: factOf(request),
      })
    }
  }
}

function factOf({ operation, body, answer, fault }: LoggedRequest): string {
  const sent = parse(body)
  const got = parse(answer?.body ?? '')
  const note = fault === null ? '' : '  (fault: the emulator forgets it)'
  if (answer === null || answer.status !== 200) return `${got.errorCode ?? ''}${note}`
  switch (operation) {
    case 'createOrder': {
      const names = sent.items?.map(({ name }) => name).join(', ')
      return `${money(sent.totalAmount)}, ${names}, ${sent.product}${note}`
    }
    case 'getOrder':
      return `${got.status}, ${money(got.totalAmount)}${note}`
    case 'capturePayment':
      return `${got.status}, ${money(got.totalAmount)}${note}`
    case 'refundPayment':
      return `${money(sent.refundAmount)}${note}`
    default:
      return note
  }
}

function money(amount: Amount | undefined): string {
  return `${Number(amount?.amount).toFixed(2)} ${amount?.currency}`
}

function parse(text: string): Body {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    return {}
  }
}

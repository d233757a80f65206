import type { Refusal } from '../answer.js'

/** What refusals look like where Scalapay does not publish it: an order in the wrong state, an amount out of bounds. */
export interface RefusalForm {
  /** The HTTP status: a whole number from 400 to 499. */
  readonly status: number
  /** One code for all whose code is unpublished; null leaves each the code that the emulator made up. */
  readonly errorCode: string | null
}

/** A refusal as the switch wants it; what is published of it stays. */
export function inForm(refusal: Refusal, { status, errorCode }: RefusalForm): Refusal {
  switch (refusal.unpublished) {
    case 'status':
      return { ...refusal, status }
    case 'status and code':
      return { ...refusal, status, errorCode: errorCode ?? refusal.errorCode }
    default:
      return refusal
  }
}

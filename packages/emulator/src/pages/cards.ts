/** The card form as it was sent. */
export interface CardForm {
  readonly cardNumber: string
  readonly expiry: string
  readonly cvv: string
}

/** What is wrong with a field of the card form. */
export type CardProblem =
  | { readonly field: 'cardNumber'; readonly problem: 'unknownCard' }
  | { readonly field: 'expiry'; readonly problem: 'expiryFormat' | 'expiryPast' }
  | { readonly field: 'cvv'; readonly problem: 'cvvFormat' }

/** The documented test cards (Scalapay docs, the newer list). */
export const TEST_CARDS = {
  approved: ['5200 8282 8282 8210', '5555 5555 5555 4444', '4242 4242 4242 4242'],
  declined: ['4000 0000 0000 0341', '4000 0000 0000 0002', '4000 0000 0000 9995'],
} as const

/** What a card leads to; undefined for a card that is not a test card. */
export function cardOutcome(cardNumber: string): 'approve' | 'decline' | undefined {
  const digits = cardNumber.replaceAll(/[\s-]/g, '')
  const isOneOf = (cards: readonly string[]) =>
    cards.some((card) => card.replaceAll(' ', '') === digits)
  if (isOneOf(TEST_CARDS.approved)) return 'approve'
  return isOneOf(TEST_CARDS.declined) ? 'decline' : undefined
}

/** The end of the month on a card, in epoch milliseconds; undefined when it is not `MM/YY`. */
function expiryTime(expiry: string): number | undefined {
  const match = /^\s*(0?[1-9]|1[0-2])\s*\/\s*(?:20)?(\d{2})\s*$/.exec(expiry)
  return match === null ? undefined : Date.UTC(2000 + Number(match[2]), Number(match[1]), 1)
}

/** Everything that is wrong with a card form: any CVV and any future date will do. */
export function checkCard(form: CardForm, now: number): CardProblem[] {
  const problems: CardProblem[] = []
  if (cardOutcome(form.cardNumber) === undefined) {
    problems.push({ field: 'cardNumber', problem: 'unknownCard' })
  }
  const expires = expiryTime(form.expiry)
  if (expires === undefined) problems.push({ field: 'expiry', problem: 'expiryFormat' })
  else if (expires <= now) problems.push({ field: 'expiry', problem: 'expiryPast' })
  if (!/^\s*\d{3,4}\s*$/.test(form.cvv)) problems.push({ field: 'cvv', problem: 'cvvFormat' })
  return problems
}

/** A filled-in form, for the links that spare the typing: a valid expiry is always next year's. */
export function filledForm(card: string | undefined, now: number): CardForm {
  const year = String((new Date(now).getUTCFullYear() + 1) % 100).padStart(2, '0')
  const cards: readonly string[] = [...TEST_CARDS.approved, ...TEST_CARDS.declined]
  return card !== undefined && cards.includes(card)
    ? { cardNumber: card, expiry: `12/${year}`, cvv: '123' }
    : { cardNumber: '', expiry: '', cvv: '' }
}

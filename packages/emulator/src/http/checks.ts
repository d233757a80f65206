import { LONGEST_EXPIRY_MS } from '../state/assumptions.js'
import { parseCents } from '../state/money.js'
import type { ValidationFinding } from './answer.js'

type Fields = Readonly<Record<string, unknown>>

/** Amounts that stand for money to move, as opposed to prices and taxes, which may be zero. */
const MONEY_TO_MOVE = ['totalAmount', 'amount', 'refundAmount']

const EXPIRIES = ['orderExpiryMilliseconds', 'authorizationExpiryMilliseconds']

function finding(field: string[], message: string, type: string): ValidationFinding {
  return {
    field,
    location: 'body',
    messages: [`"${field.at(-1) ?? ''}" ${message}`],
    types: [type],
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Scalapay supports euro only; the words of the refusal are Joi's, by assumption. */
function checkMoney(name: string, money: Fields): ValidationFinding[] {
  const findings: ValidationFinding[] = []
  if (parseCents(money.amount) === 0) {
    findings.push(finding([name, 'amount'], 'must be greater than 0', 'number.greater'))
  }
  if (money.currency !== 'EUR') {
    findings.push(finding([name, 'currency'], 'must be one of [EUR]', 'any.allowOnly'))
  }
  return findings
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url) && URL.canParse(url)
}

/** The shopper's browser is sent there, so nothing but a web address may stand in it. */
function checkRedirects(merchant: Fields): ValidationFinding[] {
  return ['redirectConfirmUrl', 'redirectCancelUrl']
    .filter((name) => !isWebAddress(String(merchant[name])))
    .map((name) =>
      finding(
        ['merchant', name],
        'must be a valid uri with a scheme matching the http|https pattern',
        'string.uriCustomScheme',
      ),
    )
}

/**
 * What a schema cannot say about a body that the schema has accepted.
 *
 * All of it is assumption: what the real service does with these inputs is not published.
 */
export function checkMeaning(body: unknown): ValidationFinding[] {
  if (!isFields(body)) return []
  const findings: ValidationFinding[] = []
  for (const name of MONEY_TO_MOVE) {
    const money = body[name]
    if (isFields(money)) findings.push(...checkMoney(name, money))
  }
  for (const name of EXPIRIES) {
    if (Number(body[name]) > LONGEST_EXPIRY_MS) {
      const message = `must be less than or equal to ${String(LONGEST_EXPIRY_MS)}`
      findings.push(finding([name], message, 'number.max'))
    }
  }
  const merchant = body.merchant
  if (isFields(merchant)) findings.push(...checkRedirects(merchant))
  return findings
}

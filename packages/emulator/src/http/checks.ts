import type { ValidationFinding } from '../answer.js'
import type { DocumentOperation } from '../generated/document.js'
import { LONGEST_EXPIRY_MS } from '../state/assumptions.js'
import { parseCents } from '../state/money.js'

type Fields = Readonly<Record<string, unknown>>

/** Amounts that stand for money to move, as opposed to prices and taxes. */
const MONEY_TO_MOVE = ['totalAmount', 'amount', 'refundAmount', 'refundCapturedAmount']

/** A part of another amount, of which nothing is as good as no part. */
const MAY_BE_ZERO = 'refundCapturedAmount'

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
  if (name !== MAY_BE_ZERO && parseCents(money.amount) === 0) {
    findings.push(finding([name, 'amount'], 'must be greater than 0', 'number.greater'))
  }
  if (money.currency !== 'EUR') {
    findings.push(finding([name, 'currency'], 'must be one of [EUR]', 'any.allowOnly'))
  }
  return findings
}

function fieldOf(fields: unknown, name: string): unknown {
  return isFields(fields) ? fields[name] : undefined
}

/** What each channel needs to reach the shopper (Scalapay's specification). */
const CHANNEL_FIELDS: Readonly<Record<string, readonly string[]>> = {
  sms: ['phoneCountryCode', 'phoneNumber'],
  email: ['emailAddress'],
}

const LINK_PATH = ['extensions', 'type', 'link']

/** A link that is sent needs to know how and where to (Scalapay's specification). In a shop it may just be shown. */
function checkLink({ tag }: DocumentOperation, body: Fields): ValidationFinding[] {
  const link = fieldOf(fieldOf(body.extensions, 'type'), 'link')
  if (link === undefined) {
    const isSent = body.type === 'link' && tag === 'orders'
    return isSent ? [finding(LINK_PATH, 'is required', 'any.required')] : []
  }
  const notification = fieldOf(link, 'notification')
  const channels = fieldOf(notification, 'channels')
  return (Array.isArray(channels) ? channels : [])
    .flatMap((channel) => CHANNEL_FIELDS[String(channel)] ?? [])
    .filter((name) => !fieldOf(notification, name))
    .map((name) => finding([...LINK_PATH, 'notification', name], 'is required', 'any.required'))
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
 * All of it but the fields of a link is assumption: what the real service does with these inputs is not published.
 */
export function checkMeaning(operation: DocumentOperation, body: unknown): ValidationFinding[] {
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
  return [...findings, ...checkLink(operation, body)]
}

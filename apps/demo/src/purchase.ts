import type { Emulator } from '@scalapay-kit/emulator'
import { ApiCalls } from './api-calls.js'
import { describe, differences, type Movement } from './ledger.js'
import type { RunningShop } from './shops.js'
import type { Transcript } from './transcript.js'
import { fieldsOf, Visitor } from './visitor.js'

/** The articles of Scalapay's documented create-order example. */
const ARTICLES = [
  { sku: '12341234', name: 'T-Shirt' },
  { sku: '12341235', name: 'Jeans' },
]

/** The T-Shirt goes back: 30.00 less the 10 % that were off. */
const REFUND = '27.00'

/** Every movement of money that the purchase must leave in the ledger, and nothing else. */
const EXPECTED: readonly Movement[] = [
  { kind: 'capture', amountInCents: 19_000 },
  { kind: 'refund', amountInCents: 2_700 },
]

/**
 * Buys, pays and sends one article back, by HTTP, and compares the ledger.
 *
 * @returns whether the ledger is exactly right
 */
export async function purchase(
  emulator: Emulator,
  shop: RunningShop,
  transcript: Transcript,
): Promise<boolean> {
  const visitor = new Visitor(transcript)
  const calls = new ApiCalls(emulator, transcript)

  transcript.chapter('Create the order')
  const checkoutUrl = await openCheckout(visitor, shop.url)
  await calls.write()

  transcript.chapter("Approve it on Scalapay's page")
  const returnUrl = await approve(visitor, emulator.url, checkoutUrl)

  transcript.chapter('Come back, and be captured')
  const orderUrl = await comeBack(visitor, returnUrl)
  await calls.write()

  transcript.chapter('Reload the page: captured once, however often')
  await comeBack(visitor, returnUrl)
  await calls.write()

  transcript.chapter('Send the T-Shirt back')
  await refund(visitor, orderUrl)
  await calls.write()

  transcript.chapter('What the ledger says')
  return compare(visitor, emulator.url, transcript)
}

async function openCheckout(visitor: Visitor, shop: string): Promise<string> {
  for (const { sku, name } of ARTICLES) {
    await visitor.go({
      route: 'shopper → shop',
      url: `${shop}/cart/items`,
      fields: { sku },
      fact: () => `${name} into the cart`,
    })
  }
  const form = await visitor.go({
    route: 'shopper → shop',
    url: `${shop}/checkout`,
    fact: () => 'address form',
  })
  const { location } = await visitor.go({
    route: 'shopper → shop',
    url: `${shop}/checkout`,
    fields: fieldsOf(form.body, '/checkout'),
    fact: (visit) => `on to ${new URL(visit.location || shop).pathname}`,
  })
  return location
}

async function approve(visitor: Visitor, emulator: string, checkoutUrl: string): Promise<string> {
  await visitor.go({
    route: 'shopper → scalapay',
    url: checkoutUrl,
    fact: () => 'the checkout page',
  })
  const token = new URL(checkoutUrl).pathname.split('/').at(-1) ?? ''
  const { body } = await visitor.go({
    route: 'you → emulator',
    url: `${emulator}/_emulator/orders/${encodeURIComponent(token)}/approve`,
    json: {},
    fact: () => 'as if the shopper had confirmed',
  })
  return String(JSON.parse(body).redirectUrl)
}

async function comeBack(visitor: Visitor, returnUrl: string): Promise<string> {
  const { location } = await visitor.go({
    route: 'shopper → shop',
    url: returnUrl,
    fact: (visit) => noticeOf(visit.location),
  })
  return location.split('?')[0] ?? ''
}

async function refund(visitor: Visitor, orderUrl: string): Promise<void> {
  const page = await visitor.go({
    route: 'shopper → shop',
    url: orderUrl,
    fact: () => 'order page with its refund form',
  })
  const action = `${new URL(orderUrl).pathname}/refunds`
  await visitor.go({
    route: 'shopper → shop',
    url: `${orderUrl}/refunds`,
    fields: { ...fieldsOf(page.body, action), amount: REFUND },
    fact: (visit) => (visit.status === 303 ? noticeOf(visit.location) : 'the refund was not made'),
  })
}

async function compare(
  visitor: Visitor,
  emulator: string,
  transcript: Transcript,
): Promise<boolean> {
  const { body } = await visitor.go({
    route: 'you → emulator',
    url: `${emulator}/_emulator/ledger`,
    fact: () => '',
  })
  const ledger: readonly Movement[] = JSON.parse(body)
  for (const movement of ledger) transcript.line(`   ${describe(movement)}`)
  const found = differences(EXPECTED, ledger)
  transcript.line()
  if (found.length === 0) {
    transcript.line('The ledger is exactly right: one capture, one refund, nothing else.')
    return true
  }
  transcript.line('The ledger is WRONG:')
  for (const line of found) transcript.line(`   ${line}`)
  return false
}

function noticeOf(location: string): string {
  const notice = location === '' ? null : new URL(location).searchParams.get('notice')
  return (notice ?? 'not paid').replace('-', ' ')
}

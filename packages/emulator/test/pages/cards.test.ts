import { expect, it } from 'vitest'
import { cardOutcome, checkCard, filledForm } from '../../src/pages/cards.js'

const NOW = Date.UTC(2026, 5, 15)
const good = { cardNumber: '4242 4242 4242 4242', expiry: '07/26', cvv: '123' }

it.each([
  ['5200 8282 8282 8210', 'approve'],
  ['5555-5555-5555-4444', 'approve'],
  ['4242424242424242', 'approve'],
  [' 4000 0000 0000 0341 ', 'decline'],
  ['4000000000000002', 'decline'],
  ['4000000000009995', 'decline'],
  ['4111111111111111', undefined],
  ['', undefined],
])('knows that %s means %s', (cardNumber, outcome) => {
  expect(cardOutcome(cardNumber)).toBe(outcome)
})

it.each(['06/26', '6/26', '12/2030', ' 12 / 30 '])('accepts the expiry %s', (expiry) => {
  expect(checkCard({ ...good, expiry }, NOW)).toEqual([])
})

it.each([
  [{ expiry: '05/26' }, 'expiryPast'],
  [{ expiry: '13/30' }, 'expiryFormat'],
  [{ expiry: '' }, 'expiryFormat'],
  [{ expiry: '2030-12' }, 'expiryFormat'],
  [{ cvv: '12' }, 'cvvFormat'],
  [{ cvv: '12345' }, 'cvvFormat'],
  [{ cvv: 'abc' }, 'cvvFormat'],
  [{ cardNumber: '4111 1111 1111 1111' }, 'unknownCard'],
])('refuses %j as %s', (changes, problem) => {
  expect(checkCard({ ...good, ...changes }, NOW).map((found) => found.problem)).toEqual([problem])
})

it('finds everything wrong at once', () => {
  expect(checkCard({ cardNumber: '', expiry: '', cvv: '' }, NOW)).toHaveLength(3)
})

it('fills the form with a test card, and with nothing else', () => {
  const filled = filledForm('4242 4242 4242 4242', NOW)
  expect(filled).toEqual({ cardNumber: '4242 4242 4242 4242', expiry: '12/27', cvv: '123' })
  expect(checkCard(filled, NOW)).toEqual([])
  expect(filledForm('<script>', NOW).cardNumber).toBe('')
})

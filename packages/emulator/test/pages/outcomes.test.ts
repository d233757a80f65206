import { expect, it } from 'vitest'
import { asDevice, runEmulator } from '../support/emulator.js'
import { landing, submit } from '../support/forms.js'
import { tillLink } from '../support/orders.js'

const SHOP = 'https://portal.integration.scalapay.com'

it.each([
  [
    'approve',
    (token: string) => `${SHOP}/success-url?orderToken=${token}&status=SUCCESS`,
    'authorized',
  ],
  ['approve-and-close', (token: string) => `/checkout/${token}?lang=it&closed=1`, 'authorized'],
  ['close', (token: string) => `/checkout/${token}?lang=it&closed=1`, 'created'],
  ['decline', (token: string) => `/checkout/${token}?lang=it`, 'expired'],
  ['expire', (token: string) => `/checkout/${token}?lang=it`, 'expired'],
])('makes "%s" happen and leads where the shopper would be', async (outcome, target, status) => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const went = await landing(emulator, `/checkout/${token}/outcome?lang=it`, { outcome })
  expect(went).toEqual([303, target(token)])
  expect(emulator.control.order(token).status).toBe(status)
  expect(emulator.control.ledger()).toEqual([])
})

it('shows a closed tab without a way back to the shop, and says what the order has become', async () => {
  const emulator = await runEmulator()
  const [left, approved] = [await emulator.created(), await emulator.created()]
  await submit(emulator, `/checkout/${approved}/outcome`, { outcome: 'approve-and-close' })
  const pages = await Promise.all(
    [left, approved].map((token) => emulator.get(`/checkout/${token}?closed=1`)),
  )
  expect(pages.map(({ status }) => status)).toEqual([200, 200])
  expect(pages.map(({ text }) => text.includes(SHOP))).toEqual([false, false])
  expect(pages.map(({ text }) => text.includes('data-testid="open-again"'))).toEqual([true, false])
  expect(pages[1]?.text).toContain('The payment is approved')
})

it.each([
  ['expire', 'expired'],
  ['decline', 'declined'],
] as const)('has no closed tab for an order that ended by "%s"', async (outcome, reason) => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  await submit(emulator, `/checkout/${token}/outcome`, { outcome })
  const { text } = await emulator.get(`/checkout/${token}?closed=1`)
  expect(text).toContain(`data-testid="${reason}"`)
  expect(text).not.toContain('tab-closed')
})

it.each([
  ['', 'DECLINED_FRAUD'],
  ['  ', 'DECLINED_FRAUD'],
  ['DECLINED_LIMIT', 'DECLINED_LIMIT'],
])('declines for the reason %j as %s', async (reason, feedback) => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  await submit(emulator, `/checkout/${token}/outcome`, { outcome: 'decline', reason })
  const order = (await emulator.get(`/v2/payments/${token}`)).json()
  expect(order.lastEligibilityFeedback).toBe(feedback)
})

it('keeps a link made in a shop on the page, which has no shop to go back to', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/instore/paybylink/orders', tillLink, asDevice)
  const token = String(answer.json().token)
  const went = await landing(emulator, `/checkout/${token}/outcome`, { outcome: 'approve' })
  expect(went).toEqual([303, `${emulator.url}/checkout/${token}`])
})

it('does nothing to an order that is closed', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  for (const outcome of ['approve', 'approve-and-close', 'decline', 'expire']) {
    const page = await submit(emulator, `/checkout/${token}/outcome`, { outcome })
    expect(await page.text()).toContain('data-testid="completed"')
  }
  expect(emulator.control.order(token).status).toBe('charged')
})

it('says which outcomes there are when it is asked for another', async () => {
  const emulator = await runEmulator()
  const answer = await submit(emulator, `/checkout/${await emulator.created()}/outcome`, {})
  expect([answer.status, await answer.json()]).toEqual([
    400,
    { error: 'outcome must be one of approve, approve-and-close, decline, close, expire' },
  ])
})

it('lets one order expire without moving the clock of the others', async () => {
  const emulator = await runEmulator()
  const [one, other] = [await emulator.created(), await emulator.created()]
  const now = emulator.control.clock.now()
  emulator.control.expire(one)
  const statuses = [one, other].map((token) => emulator.control.order(token).status)
  expect([statuses, emulator.control.clock.now()]).toEqual([['expired', 'created'], now])
})

import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'

it('shows merchant, items, sums and the plan', async () => {
  const emulator = await runEmulator()
  const { text, status } = await emulator.get(`/checkout/${await emulator.created()}`)
  expect(status).toBe(200)
  for (const shown of [
    'Emulator. No real payment is made here',
    'portal.integration.scalapay.com',
    'T-Shirt',
    'Jeans',
    '−€3.00',
    '<dd data-testid="total">€190.00</dd>',
    '<span>Today</span><span>€63.34</span>',
    '<span>1 February 2026</span><span>€63.33</span>',
    '<span>1 March 2026</span><span>€63.33</span>',
    'Pay €63.34 today',
  ]) {
    expect(text).toContain(shown)
  }
})

it.each([
  ['en', 'Taxes stated by the shop: €3.70'],
  ['it', 'Imposte indicate dal negozio: 3,70\u00a0€'],
])('states the taxes below the total and not among its parts, in %s', async (language, taxes) => {
  const emulator = await runEmulator()
  const { text } = await emulator.get(`/checkout/${await emulator.created()}?lang=${language}`)
  expect(text).toMatch(new RegExp(`data-testid="total".*</dl>\\s*<p [^>]*>${taxes}</p>`, 's'))
  expect(text.split('3,70').length + text.split('3.70').length).toBe(3)
})

it('says nothing about taxes when the shop states none', async () => {
  const emulator = await runEmulator()
  const { text } = await emulator.get(
    `/checkout/${await emulator.created({ taxAmount: undefined })}`,
  )
  expect(text).toContain('data-testid="total"')
  expect(text).not.toContain('Taxes')
})

it('shows a travel order without items', async () => {
  const emulator = await runEmulator()
  const travel = { startDate: '2026-07-01', endDate: '2026-07-08' }
  const extensions = { industry: { travel } }
  const token = await emulator.created({ items: undefined, shipping: undefined, extensions })
  expect((await emulator.get(`/checkout/${token}`)).text).toContain('€190.00')
})

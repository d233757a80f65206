import { expect, it } from 'vitest'
import { eur, runEmulator, type TestEmulator } from '../support/emulator.js'
import { submit } from '../support/forms.js'
import { documentedOrder } from '../support/orders.js'

const APPROVED = '4242 4242 4242 4242'
const DECLINED = '4000 0000 0000 0341'

const pay = (emulator: TestEmulator, token: string, cardNumber: string, query = '') =>
  submit(emulator, `/checkout/${token}/pay${query}`, { cardNumber, expiry: '12/30', cvv: '123' })

it('sends an approved shopper to the confirm URL, keeping its query and fragment', async () => {
  const emulator = await runEmulator()
  const redirectConfirmUrl = 'https://shop.example/ok?cart=a%20b&x=%2F#top'
  const token = await emulator.created({
    merchant: { ...documentedOrder.merchant, redirectConfirmUrl },
  })
  const answer = await pay(emulator, token, APPROVED)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `https://shop.example/ok?cart=a%20b&x=%2F&orderToken=${token}&status=SUCCESS#top`,
  ])
  expect(emulator.control.order(token).status).toBe('authorized')
  expect(emulator.control.ledger()).toEqual([])
})

it('says that a card is declined and sends the shopper to the cancel URL', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const answer = await pay(emulator, token, DECLINED, '?lang=it')
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/checkout/${token}?lang=it`,
  ])
  const page = await emulator.get(`/checkout/${token}?lang=it`)
  expect(page.text).toContain('Pagamento rifiutato')
  expect(page.text).toContain(
    `href="https://portal.integration.scalapay.com/failure-url?orderToken=${token}&amp;status=FAILED"`,
  )
  expect((await emulator.get(`/v2/payments/${token}`)).json()).toMatchObject({
    status: 'expired',
    captureStatus: 'pending',
    lastEligibilityFeedback: 'DECLINED_FRAUD',
  })
})

it('sends a shopper who cancels to the cancel URL and leaves the order open', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const answer = await submit(emulator, `/checkout/${token}/cancel`)
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `https://portal.integration.scalapay.com/failure-url?orderToken=${token}&status=FAILED`,
  ])
  expect((await pay(emulator, token, APPROVED)).status).toBe(303)
  expect(emulator.control.order(token).status).toBe('authorized')
})

it('lists the test cards when the card is not one of them, and keeps the CVV out of the page', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const answer = await submit(emulator, `/checkout/${token}/pay`, {
    cardNumber: '4111 1111 1111 1111',
    expiry: '12/30',
    cvv: '987',
  })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('<title>Error: Pay in instalments')
  expect(page).toMatch(/role="alert".*#card-number.*5200 8282 8282 8210/s)
  expect(page).toContain('value="4111 1111 1111 1111"')
  expect(page).toContain('aria-invalid="true"')
  expect(page).not.toContain('987')
  expect(emulator.control.order(token).status).toBe('created')
})

it.each(['', '{"cardNumber":"4242424242424242"}'])(
  'treats the body %j as an empty form',
  async (body) => {
    const emulator = await runEmulator()
    const answer = await emulator.post(`/checkout/${await emulator.created()}/pay`, body)
    expect(answer.status).toBe(422)
  },
)

it('fills in a test card on request', async () => {
  const emulator = await runEmulator()
  const { text } = await emulator.get(
    `/checkout/${await emulator.created()}?card=4242%204242%204242%204242`,
  )
  expect(text).toContain('data-testid="card-number" value="4242 4242 4242 4242"')
  expect(text).toContain('data-testid="card-expiry" value="12/27"')
})

it.each([
  ['unknown', 404, 'Order not found', () => 'NOBODY'],
  [
    'expired',
    410,
    'This order has expired',
    async (emulator: TestEmulator) => {
      const token = await emulator.created()
      await emulator.control.clock.advance(2_400_000)
      return token
    },
  ],
  [
    'completed',
    200,
    'This order is already completed',
    (emulator: TestEmulator) => emulator.captured(),
  ],
] as const)(
  'has a page for an order that is %s, whatever is tried',
  async (name, status, title, prepare) => {
    const emulator = await runEmulator()
    const token = await prepare(emulator)
    const page = await emulator.get(`/checkout/${token}`)
    expect([page.status, page.text.includes(title)]).toEqual([status, true])
    expect(page.text).toContain(`data-testid="${name}"`)
    const tries = [
      await pay(emulator, token, APPROVED),
      await submit(emulator, `/checkout/${token}/cancel`),
    ]
    expect(tries.map((answer) => answer.status)).toEqual([status, status])
  },
)

it('leads back to the shop from a completed order', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  expect((await emulator.get(`/checkout/${token}`)).text).toContain(
    `success-url?orderToken=${token}&amp;status=SUCCESS`,
  )
})

it('speaks the language of the browser', async () => {
  const emulator = await runEmulator()
  const url = `${emulator.url}/checkout/${await emulator.created()}`
  const page = await (await fetch(url, { headers: { 'accept-language': 'it-IT' } })).text()
  expect(page).toContain('<html lang="it">')
  expect(page).toContain('Paga 63,34\u00a0€ oggi')
})

it('runs nothing that a hostile merchant writes', async () => {
  const emulator = await runEmulator()
  const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`
  const token = await emulator.created({
    items: [{ name: hostile, category: 'c', sku: 's', quantity: 1, price: eur('1.00') }],
    discounts: [{ displayName: hostile, amount: eur('1.00') }],
    merchantReference: hostile,
    merchant: {
      redirectConfirmUrl: 'https://shop.example/?a=%22%3E%3Cscript%3E',
      redirectCancelUrl: "https://shop.example/?a='b'",
    },
  })
  const escaped = '&quot;&gt;&lt;script&gt;'
  for (const path of [
    `/checkout/${token}`,
    `/checkout/${token}?card=${encodeURIComponent(hostile)}`,
    '/',
  ]) {
    const { text } = await emulator.get(path)
    expect(text.replace('<script type="module" src="/assets/dashboard.js">', '')).not.toMatch(
      /<script|<img/,
    )
    expect(text).toContain(escaped)
  }
  const unknown = await emulator.get(`/checkout/${encodeURIComponent(hostile)}`)
  expect(unknown.text).not.toMatch(/<script|<img/)
})

it('allows no scripts, styles or frames of others', async () => {
  const emulator = await runEmulator()
  const { headers, text } = await emulator.get(`/checkout/${await emulator.created()}`)
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self' http: https:; base-uri 'none'; frame-ancestors 'none'",
  )
  expect(headers.get('cache-control')).toBe('no-store')
  expect(text).not.toMatch(/<style|style=|<script|onclick=/)
  const sheet = await emulator.get('/assets/style.css')
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([
    200,
    'text/css; charset=utf-8',
  ])
})

it('labels every field and describes what is wrong with it', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const page = await (await submit(emulator, `/checkout/${token}/pay`)).text()
  for (const id of ['card-number', 'card-expiry', 'card-cvv']) {
    expect(page).toContain(`<label for="${id}">`)
    expect(page).toContain(`<a href="#${id}">`)
    expect(page).toMatch(new RegExp(`<input id="${id}"[^>]*aria-describedby="[^"]*${id}-problem"`))
    expect(page).toContain(`id="${id}-problem"`)
  }
})

it('keeps what a shopper types out of the request log', async () => {
  const emulator = await runEmulator()
  await pay(emulator, await emulator.created(), APPROVED)
  const requests = emulator.control.requests()
  expect(requests.map(({ path }) => path)).toEqual(['/v2/orders'])
  expect(JSON.stringify(requests)).not.toContain('4242')
})

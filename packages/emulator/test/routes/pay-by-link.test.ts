import { expect, it } from 'vitest'
import { asDevice, eur, runEmulator, START, type TestEmulator } from '../support/emulator.js'
import { documentedOrder, tillLink } from '../support/orders.js'

const PATH = '/v2/instore/paybylink/orders'
const MINUTE = 60_000

const notification = { channels: ['email'], emailAddress: 'mario.rossi@example.com' }
const onlineLink = { type: 'link', extensions: { type: { link: { notification } } } }

async function created(emulator: TestEmulator, changes: object = {}): Promise<string> {
  return String((await emulator.post(PATH, { ...tillLink, ...changes }, asDevice)).json().token)
}

const statusOf = async (emulator: TestEmulator, token: string) =>
  (await emulator.get(`/v1/instore/orders/${token}`, asDevice)).json()

const voidLink = (emulator: TestEmulator, token: string, body?: object) =>
  emulator.post(`${PATH}/${token}/void`, body, asDevice)

it('creates a link that lives 10 minutes', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.post(PATH, tillLink, asDevice)
  const { token } = answer.json()
  expect([answer.status, answer.json()]).toEqual([
    200,
    {
      expires: '2026-01-01T09:10:00.000Z',
      token,
      checkoutUrl: `${emulator.url}/checkout/${token}`,
    },
  ])
  expect(Object.keys(answer.json())).toEqual(['expires', 'token', 'checkoutUrl'])
})

it('creates a link from a total alone', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.post(PATH, { totalAmount: eur('9.00') }, asDevice)
  expect(answer.status).toBe(200)
})

it('expires a link that nobody pays, to the millisecond', async () => {
  const emulator = await runEmulator()
  const token = await created(emulator)
  await emulator.control.clock.advance(10 * MINUTE - 1)
  expect(await statusOf(emulator, token)).toEqual({ token, status: 'created' })
  await emulator.control.clock.advance(1)
  expect(await statusOf(emulator, token)).toEqual({ token, status: 'expired' })
})

it('charges a link as soon as the shopper pays, and the shopper stays on the page', async () => {
  const emulator = await runEmulator()
  const token = await created(emulator)
  const fields = { cardNumber: '4242 4242 4242 4242', expiry: '12/30', cvv: '123' }
  const answer = await fetch(`${emulator.url}/checkout/${token}/pay`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })
  const page = `${emulator.url}/checkout/${token}`
  expect([answer.status, answer.headers.get('location')]).toEqual([303, page])
  expect(await statusOf(emulator, token)).toEqual({ token, status: 'charged' })
  expect(emulator.control.ledger()).toEqual([
    { kind: 'capture', orderToken: token, amountInCents: 4_070, at: START },
  ])
  const { text } = await emulator.get(`/checkout/${token}`)
  expect(text).toContain('data-testid="completed"')
  expect(text).not.toContain('data-testid="return-to-shop"')
})

it('shows a checkout page without a shop to return to', async () => {
  const emulator = await runEmulator()
  const { status, text } = await emulator.get(`/checkout/${await created(emulator)}`)
  expect([status, text.includes('Your order</h2>')]).toEqual([200, true])
  expect(text).not.toContain('data-testid="cancel"')
})

it('tells the till that the shopper was declined', async () => {
  const emulator = await runEmulator()
  const token = await created(emulator)
  expect(emulator.control.decline(token)).toEqual({
    redirectUrl: `${emulator.url}/checkout/${token}`,
  })
  expect(await statusOf(emulator, token)).toEqual({
    token,
    status: 'expired',
    lastEligibilityFeedback: 'DECLINED_FRAUD',
  })
})

it.each([undefined, {}, { merchantOperatorId: 'operator-7', requestId: 'R-1' }])(
  'voids an unpaid link with the body %j, which moves no money',
  async (body) => {
    const emulator = await runEmulator()
    const token = await created(emulator)
    const answer = await voidLink(emulator, token, body)
    expect([answer.status, answer.json()]).toEqual([
      200,
      { token, merchantReference: 'till-2026-0043', voidedAt: START },
    ])
    expect((await statusOf(emulator, token)).status).toBe('expired')
    expect(emulator.control.ledger()).toEqual([])
    expect(() => emulator.control.approve(token)).toThrow('The order is closed')
  },
)

it.each([
  ['paid', (emulator: TestEmulator, token: string) => emulator.control.approve(token)],
  ['voided', (emulator: TestEmulator, token: string) => voidLink(emulator, token)],
  ['expired', (emulator: TestEmulator) => emulator.control.clock.advance(10 * MINUTE)],
] as const)('refuses to void a link that is %s', async (name, prepare) => {
  const emulator = await runEmulator()
  const token = await created(emulator)
  await prepare(emulator, token)
  const answer = await voidLink(emulator, token)
  const errorCode = name === 'paid' ? 'order_already_captured' : `order_${name}`
  expect([answer.status, answer.json().errorCode]).toEqual([400, errorCode])
})

it('refunds a paid link by the operation of tills', async () => {
  const emulator = await runEmulator()
  const token = await created(emulator)
  emulator.control.approve(token)
  const body = { requestId: 'r', merchantOperatorId: 'o', refundAmount: eur('40.70') }
  const answer = await emulator.post(`/v1/instore/orders/${token}/refund`, body, asDevice)
  expect(answer.status).toBe(200)
  expect((await statusOf(emulator, token)).status).toBe('refunded')
})

it('lets an online link live 24 hours unless told otherwise', async () => {
  const emulator = await runEmulator()
  const expiresOf = async (orderExpiryMilliseconds?: number) => {
    const order = { ...documentedOrder, ...onlineLink, orderExpiryMilliseconds }
    return (await emulator.post('/v2/orders', order)).json().expires
  }
  expect(await expiresOf()).toBe('2026-01-02T09:00:00.000Z')
  expect(await expiresOf(60_000)).toBe('2026-01-01T09:01:00.000Z')
})

it.each([
  ['without a way to send it', '/v2/orders', undefined, ['extensions', 'type', 'link']],
  ['by e-mail without an address', '/v2/orders', { channels: ['email'] }, 'emailAddress'],
  ['by SMS without a number', PATH, { channels: ['sms'], phoneCountryCode: '+39' }, 'phoneNumber'],
])('refuses a link %s', async (_case, path, asked, missing) => {
  const emulator = await runEmulator()
  const extensions = asked && { type: { link: { notification: asked } } }
  const body = { ...(path === PATH ? tillLink : documentedOrder), type: 'link', extensions }
  const answer = await emulator.post(path, body, path === PATH ? asDevice : {})
  const link = ['extensions', 'type', 'link']
  const field = typeof missing === 'string' ? [...link, 'notification', missing] : missing
  expect(answer.status).toBe(400)
  expect(answer.json()).toMatchObject({
    message: { errors: [{ field, location: 'body', types: ['any.required'] }] },
  })
})

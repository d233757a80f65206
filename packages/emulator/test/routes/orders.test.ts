import { expect, it } from 'vitest'
import { runEmulator, START } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

it('creates the documented order', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/orders', documentedOrder)
  const token = expect.stringMatching(/^[A-Z0-9]{12}$/)
  expect([answer.status, answer.json()]).toEqual([
    200,
    { token, expires: '2026-01-01T09:40:00.000Z', checkoutUrl: expect.any(String) },
  ])
  expect(Object.keys(answer.json())).toEqual(['token', 'expires', 'checkoutUrl'])
  expect(answer.json().checkoutUrl).toBe(`${emulator.url}/checkout/${answer.json().token}`)
})

it.each([
  [{ orderExpiryMilliseconds: undefined }, '2026-01-01T09:40:00.000Z'],
  [{ orderExpiryMilliseconds: 600_000 }, '2026-01-01T09:10:00.000Z'],
  [{ orderExpiryMilliseconds: '600000' }, '2026-01-01T09:10:00.000Z'],
])('lets an order with %j live until %s', async (changes, expires) => {
  const emulator = await runEmulator()
  const answer = await emulator.post('/v2/orders', { ...documentedOrder, ...changes })
  expect(answer.json().expires).toBe(expires)
})

it('gives the same tokens for the same seed and others for another', async () => {
  const tokens = async (seed: number) => {
    const emulator = await runEmulator({ seed })
    return [await emulator.created(), await emulator.created()]
  }
  const first = await tokens(7)
  expect(await tokens(7)).toEqual(first)
  expect(await tokens(8)).not.toEqual(first)
})

it('updates references, and removes the merchant reference that is left out', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const both = { merchantReference: 'a', merchantProcessorReference: 'p' }
  expect((await emulator.post(`/v2/orders/${token}`, both)).json()).toEqual({ token, ...both })
  const answer = await emulator.post(`/v2/orders/${token}`, { merchantProcessorReference: 'q' })
  expect(answer.json()).toEqual({ token, merchantProcessorReference: 'q' })
  expect(emulator.control.order(token)).toMatchObject({
    merchantReference: null,
    merchantProcessorReference: 'q',
  })
})

it('keeps the processor reference that is left out', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  await emulator.post(`/v2/orders/${token}`, { merchantProcessorReference: 'p' })
  await emulator.post(`/v2/orders/${token}`, { merchantReference: 'a' })
  expect(emulator.control.order(token).merchantProcessorReference).toBe('p')
})

it('finds orders by reference, newest first, in a bare array', async () => {
  const emulator = await runEmulator()
  const first = await emulator.created()
  await emulator.control.clock.advance(1_000)
  const second = await emulator.created()
  await emulator.created({ merchantReference: 'other' })
  const answer = await emulator.get(
    '/v2/payments/references?merchantOrderReference=merchantOrder-1234',
  )
  const row = (orderToken: string, createdAt: string) => ({
    orderToken,
    merchantOrderReference: 'merchantOrder-1234',
    merchantProcessorReference: null,
    createdAt,
  })
  expect(answer.json()).toEqual([row(second, '2026-01-01T09:00:01.000Z'), row(first, START)])
})

it('combines the criteria with AND', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  await emulator.post(`/v2/orders/${token}`, {
    merchantReference: 'a',
    merchantProcessorReference: 'p',
  })
  const count = async (query: string) =>
    (JSON.parse((await emulator.get(`/v2/payments/references?${query}`)).text) as unknown[]).length
  expect(
    await count(`orderToken=${token}&merchantOrderReference=a&merchantProcessorReference=p`),
  ).toBe(1)
  expect(await count(`orderToken=${token}&merchantOrderReference=b`)).toBe(0)
  expect(await count('merchantProcessorReference=q')).toBe(0)
})

it('finds at most 100 orders', async () => {
  const emulator = await runEmulator()
  for (let index = 0; index < 101; index += 1) await emulator.created()
  const newest = emulator.control.orders().at(-1)?.token
  const answer = await emulator.get(
    '/v2/payments/references?merchantOrderReference=merchantOrder-1234',
  )
  const rows = JSON.parse(answer.text) as { orderToken: string }[]
  expect([rows.length, rows[0]?.orderToken]).toEqual([100, newest])
})

it.each([
  ['', 'object.missing'],
  ['?orderToken=', 'any.empty'],
  ['?orderToken=a&orderToken=b', 'string.base'],
])('refuses the query "%s" as %s', async (query, type) => {
  const emulator = await runEmulator()
  const answer = await emulator.get(`/v2/payments/references${query}`)
  expect(answer.status).toBe(400)
  expect(answer.json()).toMatchObject({
    message: { errors: [{ location: 'query', types: [type] }] },
  })
})

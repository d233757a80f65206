import { expect, it } from 'vitest'
import { control } from './support/control.js'
import { runEmulator, START } from './support/emulator.js'
import { documentedOrder } from './support/orders.js'

it('lists orders and shows one with its history and raw bodies', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  const body = `{ "token": "${token}" }`
  await emulator.post('/v2/payments/capture', body)
  const order = {
    token,
    origin: 'online',
    deviceReference: null,
    status: 'charged',
    captureStatus: 'captured',
    merchantReference: 'merchantOrder-1234',
    merchantProcessorReference: null,
    totalInCents: 19_000,
    capturedInCents: 19_000,
    refundedInCents: 0,
    createdAt: START,
    expiresAt: '2026-01-01T09:40:00.000Z',
    authorizationExpiresAt: null,
    lastEligibilityFeedback: null,
    checkoutUrl: `${emulator.url}/checkout/${token}`,
    payload: documentedOrder,
    history: [
      {
        at: START,
        event: 'created',
        amountInCents: 19_000,
        requestBody: JSON.stringify(documentedOrder),
      },
      { at: START, event: 'approved' },
      { at: START, event: 'captured', amountInCents: 19_000, requestBody: body },
    ],
  }
  expect(await control(emulator, 'GET', '/orders')).toEqual([200, [order]])
  expect(await control(emulator, 'GET', `/orders/${token}`)).toEqual([200, order])
  expect(emulator.control.order(token)).toEqual(order)
})

it('shows the ledger', async () => {
  const emulator = await runEmulator()
  const orderToken = await emulator.captured()
  const entry = { kind: 'capture', orderToken, amountInCents: 19_000, at: START }
  expect(await control(emulator, 'GET', '/ledger')).toEqual([200, [entry]])
})

it.each([
  ['approve', 'success-url', 'SUCCESS'],
  ['decline', 'failure-url', 'FAILED'],
  ['cancel', 'failure-url', 'FAILED'],
])('does what the shopper does: %s', async (choice, page, status) => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const redirectUrl = `https://portal.integration.scalapay.com/${page}?orderToken=${token}&status=${status}`
  expect(await control(emulator, 'POST', `/orders/${token}/${choice}`)).toEqual([
    200,
    { redirectUrl },
  ])
})

it('refuses what the shopper cannot do (any more)', async () => {
  const emulator = await runEmulator()
  const token = await emulator.approved()
  expect(await control(emulator, 'POST', `/orders/${token}/approve`)).toEqual([
    409,
    { error: 'The order is closed: its status is authorized' },
  ])
  expect(await control(emulator, 'POST', '/orders/NOBODY/approve')).toEqual([
    404,
    { error: 'There is no order with this token; create one first' },
  ])
  expect(() => emulator.control.decline(token)).toThrow('The order is closed')
})

it('reads and advances the clock', async () => {
  const emulator = await runEmulator()
  expect(await control(emulator, 'GET', '/clock')).toEqual([200, { mode: 'manual', now: START }])
  const later = { mode: 'manual', now: '2026-01-01T09:00:01.500Z' }
  expect(await control(emulator, 'POST', '/clock/advance', { milliseconds: 1_500 })).toEqual([
    200,
    later,
  ])
  expect(emulator.control.clock.now()).toEqual(later)
})

it('adds, lists and clears faults', async () => {
  const emulator = await runEmulator()
  const rule = { match: { operation: 'getOrder' }, effect: { reset: 'after' } }
  const fault = { id: 'fault-1', ...rule, seen: 0, applied: 0 }
  expect(await control(emulator, 'POST', '/faults', rule)).toEqual([200, fault])
  expect(await control(emulator, 'GET', '/faults')).toEqual([200, [fault]])
  expect(await control(emulator, 'DELETE', '/faults')).toEqual([200, { cleared: true }])
  expect(await control(emulator, 'GET', '/faults')).toEqual([200, []])
})

it('shows the requests to the API, not its own', async () => {
  const emulator = await runEmulator()
  await emulator.get('/v2/payments/X')
  await control(emulator, 'GET', '/orders')
  expect(await control(emulator, 'GET', '/requests')).toEqual([
    200,
    [expect.objectContaining({ method: 'GET', path: '/v2/payments/X' })],
  ])
})

it('forgets everything on reset and begins again from the seed', async () => {
  const emulator = await runEmulator()
  const token = await emulator.captured()
  emulator.control.faults.add({ match: { operation: 'voidPayment' }, effect: 'lose' })
  await emulator.control.clock.advance(1_000)
  expect(await control(emulator, 'POST', '/reset')).toEqual([200, { reset: true }])
  const { orders, ledger, faults, requests, clock } = emulator.control
  expect([orders(), ledger(), faults.list(), requests(), clock.now().now]).toEqual([
    [],
    [],
    [],
    [],
    START,
  ])
  expect(await emulator.created()).toBe(token)
})

it('begins from another seed when given one', async () => {
  const emulator = await runEmulator({ seed: 1 })
  const other = await runEmulator({ seed: 2 })
  expect(await control(emulator, 'POST', '/reset', { seed: 2 })).toEqual([200, { reset: true }])
  expect(await emulator.created()).toBe(await other.created())
})

it('lets work that a reset overtakes end without a trace', async () => {
  const emulator = await runEmulator()
  const late = emulator.post('/v2/orders', documentedOrder, { fault: 'latency=200' })
  await expect.poll(() => emulator.control.requests().length).toBe(1)
  emulator.control.reset()
  expect((await late).status).toBe(200)
  expect(emulator.control.orders()).toEqual([])
})

it.each([
  ['POST', '/clock/advance', {}, 'milliseconds must be a number'],
  [
    'POST',
    '/clock/advance',
    { milliseconds: -1 },
    'milliseconds must be a whole number from 0 to a hundred years',
  ],
  ['POST', '/clock/advance', '{', 'The body is not JSON; send an object'],
  ['POST', '/clock/advance', '[1]', 'The body must be a JSON object'],
  ['POST', '/reset', { seed: 'x' }, 'seed must be a whole number'],
  ['POST', '/reset', { seed: 0.5 }, 'seed must be a whole number'],
  [
    'POST',
    '/clock/advance',
    { milliseconds: 0.5 },
    'milliseconds must be a whole number from 0 to a hundred years',
  ],
  ['POST', '/reset', { sed: 1 }, 'There is no field "sed" here; use seed, options'],
  ['POST', '/orders/X/approve', { force: 'yes' }, 'force must be true or false'],
  ['POST', '/orders/X/decline', { reson: 'x' }, 'There is no field "reson" here; use reason'],
  [
    'POST',
    '/faults',
    { operation: 'getOrder', effect: 'lose' },
    'Unknown field "operation"; conditions go into match',
  ],
  ['POST', '/faults', {}, 'A fault is { "match": { … }, "effect": … }; effect is missing'],
])('refuses %s %s with %j clearly', async (method, path, body, error) => {
  const emulator = await runEmulator()
  expect(await control(emulator, method, path, body)).toEqual([400, { error }])
})

it('answers a route that it does not have with 404, apart from the API', async () => {
  const emulator = await runEmulator()
  expect(await control(emulator, 'GET', '/nothing')).toEqual([
    404,
    { error: 'No such control route; the README lists them' },
  ])
  expect(emulator.control.requests()).toEqual([])
})

it.each([
  ['DELETE', '/faults/fault-9'],
  ['POST', '/disputes/NOBODY/resolve'],
  ['POST', '/webhooks/webhook-9/redeliver'],
])('answers 404 to %s %s, which names nothing', async (method, path) => {
  const emulator = await runEmulator()
  expect(await control(emulator, method, path, { status: 'won' })).toEqual([
    404,
    { error: expect.stringMatching(/^There is no .*;/) },
  ])
})

it('answers 413 to a body that is too large', async () => {
  const emulator = await runEmulator()
  const body = JSON.stringify({ seed: 'x'.repeat(1_048_576) })
  expect(await control(emulator, 'POST', '/reset', body)).toEqual([
    413,
    { error: 'Request body is too large' },
  ])
})

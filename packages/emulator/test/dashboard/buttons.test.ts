import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'
import { landing, submit } from '../support/forms.js'
import { runReceiver } from '../support/receiver.js'

it('creates a sample order by the API, whose shopper comes back to the dashboard', async () => {
  const emulator = await runEmulator()
  expect(await landing(emulator, '/dashboard/orders')).toEqual([303, '/?done=created#orders'])
  const [order] = emulator.control.orders()
  const { redirectUrl } = emulator.control.approve(order?.token ?? '')
  expect(redirectUrl).toBe(`${emulator.url}/?orderToken=${order?.token}&status=SUCCESS`)
  expect((await emulator.get('/?done=created')).text).toContain('A sample order was created.')
})

it('says so when the sample order is refused', async () => {
  const emulator = await runEmulator({ maximumAmountInCents: 100 })
  const answer = await submit(emulator, '/dashboard/orders')
  expect([answer.status, await answer.text()]).toEqual([
    422,
    expect.stringContaining('refused with status 400: see the latest request'),
  ])
})

it('turns faults on and off, one by one and all together', async () => {
  const emulator = await runEmulator()
  const rule = { effect: 'reset-after', operation: 'capturePayment', times: '1' }
  expect(await landing(emulator, '/dashboard/faults', rule)).toEqual([
    303,
    '/?done=fault-on#faults',
  ])
  await submit(emulator, '/dashboard/faults', { effect: 'error-500', operation: '', times: '' })
  expect(emulator.control.faults.list().map(({ match }) => match)).toEqual([
    { operation: 'capturePayment', times: 1 },
    {},
  ])
  await submit(emulator, '/dashboard/faults/fault-1/remove')
  expect(emulator.control.faults.list().map(({ id }) => id)).toEqual(['fault-2'])
  await submit(emulator, '/dashboard/faults/clear')
  expect(emulator.control.faults.list()).toEqual([])
})

it('moves the clock, and what becomes due on the way happens', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const went = await landing(emulator, '/dashboard/clock/advance', { milliseconds: '2400000' })
  expect(went).toEqual([303, '/?done=advanced#clock'])
  expect(emulator.control.order(token).status).toBe('expired')
})

it('forgets everything', async () => {
  const emulator = await runEmulator()
  await emulator.created()
  await submit(emulator, '/dashboard/reset')
  expect([emulator.control.orders(), emulator.control.requests()]).toEqual([[], []])
})

it('sends a delivery once more', async () => {
  const receiver = await runReceiver(500, 200)
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.created()
  await emulator.control.webhooks.settled()
  const [delivery] = emulator.control.webhooks.list()
  const went = await landing(emulator, `/dashboard/webhooks/${delivery?.id}/redeliver`)
  expect(went).toEqual([303, '/?done=redelivered#webhooks'])
  expect(receiver.events()).toEqual(['created', 'created'])
  expect(emulator.control.webhooks.list()[0]?.state).toBe('delivered')
})

it('saves how events are told', async () => {
  const emulator = await runEmulator()
  const url = 'http://127.0.0.1:3000/webhooks'
  await submit(emulator, '/dashboard/webhooks/settings', { url, delayMs: '5', resign: 'true' })
  const saved = { url, delayMs: 5, resign: true, drop: false, duplicate: false, shuffle: false }
  expect(emulator.control.webhooks.settings()).toMatchObject(saved)
  await submit(emulator, '/dashboard/webhooks/settings', { url: '', delayMs: '0' })
  expect(emulator.control.webhooks.settings()).toMatchObject({ url: null, resign: false })
})

it('keeps a probability, and an address for each merchant, that a form cannot say', async () => {
  const url = ['http://127.0.0.1:3000/one', null]
  const merchantKeys = ['merchant-one', 'merchant-two']
  const emulator = await runEmulator({ merchantKeys, webhookUrl: url, webhooks: { drop: 0.3 } })
  await submit(emulator, '/dashboard/webhooks/settings', { delayMs: '0', drop: 'true' })
  expect(emulator.control.webhooks.settings()).toMatchObject({ url, drop: 0.3 })
})

it.each([
  ['/dashboard/faults', { effect: 'rain' }, /rain/],
  ['/dashboard/faults/fault-9/remove', {}, /There is no fault rule with this id/],
  ['/dashboard/clock/advance', {}, /milliseconds must be a whole number/],
  ['/dashboard/clock/advance', { milliseconds: 'soon' }, /milliseconds must be a whole number/],
  ['/dashboard/webhooks/webhook-9/redeliver', {}, /There is no delivery with this id/],
  [
    '/dashboard/webhooks/settings',
    { url: 'https://example.com', delayMs: '0' },
    /not on this machine/,
  ],
])('shows the page with what is wrong: %s %j', async (path, fields, problem) => {
  const emulator = await runEmulator()
  const answer = await submit(emulator, path, fields)
  expect(answer.status).toBe(422)
  expect(/role="alert"[^>]*>([^<]*)/.exec(await answer.text())?.[1]).toMatch(problem)
})

import { expect, it, onTestFinished } from 'vitest'
import { runEmulator, type TestEmulator } from '../support/emulator.js'
import { runReceiver } from '../support/receiver.js'

/** Opens the stream; each call of the result waits for the next piece of it. */
async function open(emulator: TestEmulator): Promise<() => Promise<string>> {
  const aborter = new AbortController()
  onTestFinished(() => aborter.abort())
  const answer = await fetch(`${emulator.url}/_emulator/events`, { signal: aborter.signal })
  expect(answer.headers.get('content-type')).toBe('text/event-stream')
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const next = async () => String((await reader?.read())?.value)
  expect(await next()).toBe('retry: 1000\n\n')
  return next
}

const CHANGE = 'event: change\ndata: {}\n\n'

it.each<[string, (emulator: TestEmulator) => unknown]>([
  ['a request', (emulator) => emulator.get('/v3/configurations')],
  ['an order that changes in code', (emulator) => emulator.control.cancel(tokenOf(emulator))],
  ['a fault rule', (emulator) => emulator.control.faults.add({ effect: 'lose' })],
  ['a fault rule that goes', (emulator) => emulator.control.faults.clear()],
  ['the clock', (emulator) => emulator.control.clock.advance(1)],
  ['settings of webhooks', (emulator) => emulator.control.webhooks.configure({ delayMs: 1 })],
  ['a reset', (emulator) => emulator.control.reset()],
])('tells of %s', async (_, change) => {
  const emulator = await runEmulator()
  await emulator.created()
  const next = await open(emulator)
  await change(emulator)
  expect(await next()).toBe(CHANGE)
})

const tokenOf = (emulator: TestEmulator) => emulator.control.orders()[0]?.token ?? ''

it('tells of an attempt to deliver', async () => {
  const receiver = await runReceiver(500)
  const emulator = await runEmulator({ webhookUrl: receiver.url })
  await emulator.created()
  await emulator.control.webhooks.settled()
  const next = await open(emulator)
  await emulator.control.webhooks.redeliver('webhook-1')
  expect(await next()).toBe(CHANGE)
})

it('tells many changes at once as one', async () => {
  const emulator = await runEmulator()
  const next = await open(emulator)
  for (let count = 0; count < 50; count += 1) emulator.control.faults.clear()
  expect(await next()).toBe(CHANGE)
  emulator.control.faults.clear()
  expect(await next()).toBe(CHANGE)
})

it('goes on telling after a reset', async () => {
  const emulator = await runEmulator()
  const next = await open(emulator)
  emulator.control.reset()
  await next()
  await emulator.created()
  expect(await next()).toBe(CHANGE)
})

it('ends with the emulator', async () => {
  const emulator = await runEmulator()
  const next = await open(emulator)
  const end = next().catch((error: Error) => error.message)
  await emulator.close()
  expect(['undefined', 'terminated']).toContain(await end)
})

it('refuses more streams than anybody needs', async () => {
  const emulator = await runEmulator()
  const aborters = Array.from({ length: 50 }, () => new AbortController())
  const url = `${emulator.url}/_emulator/events`
  await Promise.all(aborters.map(({ signal }) => fetch(url, { signal })))
  const refused = await fetch(url)
  expect([refused.status, await refused.json()]).toEqual([
    503,
    { error: 'More than 50 streams: close some' },
  ])
})

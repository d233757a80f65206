import { expect, it } from 'vitest'
import { createMemoryWebhookStore, type WebhookStore } from '../../src/webhooks.js'
import { manualClock } from '../support/manual-clock.js'
import { moment } from '../support/moment.js'
import { delivery, NOW, receiver } from './deliveries.js'

const LEASE_MS = 60_000
const ACKNOWLEDGE_MS = 8_000
const never = new Promise<never>(() => undefined)

function setUp() {
  const clock = manualClock(NOW)
  const store = createMemoryWebhookStore({ now: clock.now })
  const shared = { now: clock.now, schedule: clock.schedule, leaseMs: LEASE_MS }
  return { clock, store, shared }
}

it('a handler that hangs is run again by a redelivery after its lease', async () => {
  const { clock, store, shared } = setUp()
  const started = moment()
  let runs = 0
  const charged = () => {
    runs += 1
    started.announce()
    return runs === 1 ? never : undefined
  }
  const { receive } = receiver({ ...shared, store, on: { charged } })
  const same = await delivery()
  const first = receive(same)
  await started.comes
  clock.advance(ACKNOWLEDGE_MS)
  await first
  clock.advance(LEASE_MS)
  expect(await receive(same)).toMatchObject({ status: 200 })
  expect(runs).toBe(2)
})

it('a store that hung once is asked again by the next delivery', async () => {
  const { clock, store, shared } = setUp()
  const asked = moment()
  let claims = 0
  const hangsOnce: WebhookStore = {
    ...store,
    claim: (key, leaseMs) => {
      claims += 1
      asked.announce()
      return claims === 1 ? never : store.claim(key, leaseMs)
    },
  }
  const runs: string[] = []
  const charged = ({ orderToken }: { orderToken: string }) => runs.push(orderToken)
  const { receive } = receiver({ ...shared, store: hangsOnce, on: { charged } })
  const same = await delivery()
  const first = receive(same)
  await asked.comes
  clock.advance(ACKNOWLEDGE_MS)
  expect(await first).toMatchObject({ status: 503 })
  expect(await receive(same)).toMatchObject({ status: 200 })
  expect(runs).toEqual(['T1'])
})

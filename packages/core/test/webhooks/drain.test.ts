import { expect, it } from 'vitest'
import { ScalapayConfigError } from '../../src/index.js'
import { moment } from '../support/moment.js'
import { delivery, receiver } from './deliveries.js'

const never = new Promise<never>(() => undefined)

/** A delivery whose handler is at work until it is told to end. */
async function startWork() {
  const [started, end] = [moment(), moment()]
  const on = {
    charged: () => {
      started.announce()
      return end.comes
    },
  }
  const set = receiver({ on })
  const reply = set.receive(await delivery())
  await started.comes
  return { ...set, reply, end: end.announce }
}

it('a drain with a limit tells that all has ended, and leaves no timer behind', async () => {
  const { drain, reply, end, clock } = await startWork()
  const drained = drain({ timeoutMs: 5_000 })
  end()
  expect(await drained).toBe(true)
  expect(await reply).toMatchObject({ status: 200 })
  expect(clock.pending()).toBe(0)
})

it('a drain with a limit tells that work is left when a handler hangs', async () => {
  const started = moment()
  const on = {
    charged: () => {
      started.announce()
      return never
    },
  }
  const { receive, drain, clock } = receiver({ on })
  void receive(await delivery())
  await started.comes
  const drained = drain({ timeoutMs: 5_000 })
  clock.advance(5_000)
  expect(await drained).toBe(false)
})

it('work that outlives a drain goes on, and another drain waits for it', async () => {
  const { drain, reply, end, clock } = await startWork()
  const first = drain({ timeoutMs: 1_000 })
  clock.advance(1_000)
  expect(await first).toBe(false)
  end()
  expect(await reply).toMatchObject({ status: 200 })
  expect(await drain({ timeoutMs: 1_000 })).toBe(true)
})

it.each([
  [{}, 10_000],
  [{ drainTimeoutMs: 7_000 }, 7_000],
])('a receiver with %j says that the end of a server should wait %i ms', (options, most) => {
  expect(receiver(options).drainTimeoutMs).toBe(most)
})

it.each([0, -1, 0.5, Number.NaN, 2 ** 31])('a limit of %d ms is refused', async (timeoutMs) => {
  const drained = receiver().drain({ timeoutMs })
  await expect(drained).rejects.toBeInstanceOf(ScalapayConfigError)
  await expect(drained).rejects.toThrow('timeoutMs: must be a whole number from 1 to 2147483647.')
})

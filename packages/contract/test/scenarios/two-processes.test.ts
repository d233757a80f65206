import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CompletedCheckout } from '@scalapay-kit/core'
import { expect, it, onTestFinished } from 'vitest'
import { type Booted, boot } from '../../src/client/boot.js'

type Told = Pick<CompletedCheckout, 'outcome' | 'changed'>

const CHILD = fileURLToPath(new URL('completing-child.mjs', import.meta.url))
const CALLS = 10

/** A process that waits for its start. */
async function startChild({ emulator }: Booted, token: string): Promise<ChildProcess> {
  const child = fork(CHILD, [emulator.url, emulator.merchantKey, token, String(CALLS)])
  onTestFinished(() => void child.kill())
  const [first] = await once(child, 'message')
  expect(first).toBe('ready')
  return child
}

async function outcomesOf(child: ChildProcess): Promise<Told[]> {
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`a process ended with ${code} before it told its outcomes`)
  })
  const told = once(child, 'message')
  child.send('go')
  const [outcomes] = await Promise.race([told, died])
  died.catch(() => undefined)
  return outcomes as Told[]
}

it.each([
  ['as keys are kept by default', {}],
  ['when no key is kept', { idempotency: { lifetimeMs: 1 } }],
  ['when refusals are kept too', { idempotency: { storeFailures: true } }],
])(
  'S03 redirect first: twenty completions from two processes take the money once, %s',
  async (_how, switches) => {
    await using booted = await boot({ ...switches, clock: 'real' })
    // Every capture takes its time, so that the others meet it at work.
    booted.emulator.control.faults.add({
      match: { operation: 'capturePayment' },
      effect: { latencyMs: 20 },
    })
    const token = await booted.approvedOrder()
    const children = [await startChild(booted, token), await startChild(booted, token)]
    const told = (await Promise.all(children.map(outcomesOf))).flat()
    expect(told.map(({ outcome }) => outcome)).toEqual(new Array(2 * CALLS).fill('captured'))
    expect(told.filter(({ changed }) => changed).length).toBeLessThanOrEqual(1)
    expect(booted.movements()).toEqual([['capture', 10_000]])
  },
)

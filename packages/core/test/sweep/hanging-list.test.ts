import { expect, it } from 'vitest'
import type { CompleteInput } from '../../src/index.js'
import { eur } from '../../src/index.js'
import { clientFor } from '../support/clients.js'
import { moment } from '../support/moment.js'

const order = (token: string): CompleteInput => ({
  token,
  expect: { merchantReference: token, totalAmount: eur('190.00') },
})

/** A list that takes its time over the next order until it is told to go on, and what became of it. */
function slowList() {
  const [asked, goOn, closed] = [moment(), moment(), moment()]
  async function* list() {
    try {
      asked.announce()
      await goOn.comes
      yield order('T1')
    } finally {
      closed.announce()
    }
  }
  return { list: list(), asked, goOn, closed }
}

it('a sweep whose signal fires ends although the list hangs, and takes nothing from it any more', async () => {
  const { list, asked, goOn, closed } = slowList()
  const controller = new AbortController()
  const { checkout } = clientFor('http://127.0.0.1:1')
  const sweep = checkout.sweep(list, { signal: controller.signal })
  await asked.comes
  controller.abort()
  expect(await sweep).toEqual([])
  goOn.announce()
  await closed.comes
})

it('a list that cannot be closed after the sweep was ended does not end the process', async () => {
  const [asked, goOn, closed] = [moment(), moment(), moment()]
  const iterator: AsyncIterator<CompleteInput> = {
    next: async () => {
      asked.announce()
      await goOn.comes
      return { done: false, value: order('T1') }
    },
    return: async () => {
      closed.announce()
      throw new Error('the cursor was lost')
    },
  }
  const controller = new AbortController()
  const { checkout } = clientFor('http://127.0.0.1:1')
  const list = { [Symbol.asyncIterator]: () => iterator }
  const sweep = checkout.sweep(list, { signal: controller.signal, concurrency: 2 })
  await asked.comes
  controller.abort()
  expect(await sweep).toEqual([])
  goOn.announce()
  await closed.comes
  // An unhandled rejection would show by now, and fail this run.
  await new Promise(setImmediate)
})

it('a list that breaks while nobody ends the sweep ends it with its error', async () => {
  async function* list(): AsyncGenerator<CompleteInput> {
    yield* []
    throw new Error('the cursor was lost')
  }
  const { signal } = new AbortController()
  const { checkout } = clientFor('http://127.0.0.1:1')
  await expect(checkout.sweep(list(), { signal })).rejects.toThrow('the cursor was lost')
})

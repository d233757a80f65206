import { expect, it } from 'vitest'
import { control } from '../support/control.js'
import { runEmulator } from '../support/emulator.js'

it('declines for a reason of its own', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  await control(emulator, 'POST', `/orders/${token}/decline`, { reason: 'DECLINED_LIMIT' })
  expect(emulator.control.order(token).lastEligibilityFeedback).toBe('DECLINED_LIMIT')
})

it.each(['', 7, null])('refuses the reason %j', async (reason) => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  expect(await control(emulator, 'POST', `/orders/${token}/decline`, { reason })).toEqual([
    400,
    { error: 'reason must be a text such as DECLINED_FRAUD' },
  ])
  expect(emulator.control.order(token).status).toBe('created')
})

it('lets an order expire, once', async () => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  const [status] = await control(emulator, 'POST', `/orders/${token}/expire`)
  expect([status, emulator.control.order(token).history.at(-1)?.event]).toEqual([200, 'expired'])
  expect((await control(emulator, 'POST', `/orders/${token}/expire`))[0]).toBe(409)
})

it('removes one fault rule by its id', async () => {
  const emulator = await runEmulator()
  emulator.control.faults.add({ effect: 'lose' })
  const { id } = emulator.control.faults.add({ effect: 'drip' })
  expect(await control(emulator, 'DELETE', '/faults/fault-1')).toEqual([
    200,
    { removed: 'fault-1' },
  ])
  expect(emulator.control.faults.list().map((fault) => fault.id)).toEqual([id])
  expect((await control(emulator, 'DELETE', '/faults/fault-1'))[0]).toBe(404)
})

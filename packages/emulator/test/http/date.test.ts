import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'

it("dates its answers by the emulator's time", async () => {
  const emulator = await runEmulator()
  const before = await emulator.get('/v2/payments/UNKNOWN')
  expect(before.headers.get('date')).toBe('Thu, 01 Jan 2026 09:00:00 GMT')
  await emulator.control.clock.advance(60_000)
  const after = await emulator.get('/v2/payments/UNKNOWN')
  expect(after.headers.get('date')).toBe('Thu, 01 Jan 2026 09:01:00 GMT')
})

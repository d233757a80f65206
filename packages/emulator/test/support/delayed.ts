import { eur, type TestEmulator } from './emulator.js'

/** The token of a delayed order of 190.00. */
export async function delayed(emulator: TestEmulator): Promise<string> {
  const token = await emulator.approved()
  await emulator.post(`/v2/payments/${token}/delay`)
  return token
}

/** One of the multi-capture calls. */
export const callDelayed = (emulator: TestEmulator, token: string, name: string, body?: object) =>
  emulator.post(`/v2/payments/${token}/delay/${name}`, body)

/** Captures a part of a delayed order. */
export const captureDelayed = (emulator: TestEmulator, token: string, amount: string) =>
  callDelayed(emulator, token, 'capture', { amount: eur(amount) })

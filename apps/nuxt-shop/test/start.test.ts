import { startEmulator } from '@scalapay-kit/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { startNuxtShop } from '../src/start.js'

const scalapay = {
  apiKey: 'a-merchant-key',
  environment: 'emulator',
  baseUrl: 'http://127.0.0.1:8484',
} as const

it('S55 does not start in production without a key, and names the variable to set', async () => {
  await expect(startNuxtShop({ scalapay: { ...scalapay, apiKey: '' } })).rejects.toThrow(
    'apiKey (NUXT_SCALAPAY_API_KEY): missing',
  )
})

it.each([
  ['nobody when no secret is set', '', 'Bearer ', 401],
  ['nobody who shows another secret', 'the secret', 'Bearer the-secret', 401],
  ['whoever shows the secret', 'the secret', 'Bearer the secret', 200],
])('sweeps for %s', async (_what, secret, authorization, status) => {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  onTestFinished(() => emulator.close())
  const shop = await startNuxtShop({
    scalapay: { ...scalapay, baseUrl: emulator.url },
    env: { NUXT_SWEEP_SECRET: secret },
  })
  onTestFinished(() => shop.close())
  const answer = await fetch(`${shop.url}/sweep`, { method: 'POST', headers: { authorization } })
  expect(answer.status).toBe(status)
})

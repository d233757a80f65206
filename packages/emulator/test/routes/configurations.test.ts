import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'

it('has the row that the sandbox was observed to have', async () => {
  const emulator = await runEmulator()
  const answer = await emulator.get('/v3/configurations')
  expect([answer.status, answer.text]).toEqual([
    200,
    '[{"product":"pay-in-3","type":"online","configuration":{"minimumAmount":{"amount":"5","currency":"EUR"},"maximumAmount":{"amount":"2000","currency":"EUR"}}}]',
  ])
})

it('follows the limits that the emulator runs with', async () => {
  const emulator = await runEmulator({ minimumAmountInCents: 1_050, maximumAmountInCents: 100_000 })
  const [row] = JSON.parse((await emulator.get('/v3/configurations')).text) as object[]
  expect(row).toMatchObject({
    configuration: { minimumAmount: { amount: '10.50' }, maximumAmount: { amount: '1000' } },
  })
})

it.each(['/v1/configurations', '/v2/configurations', '/configurations'])(
  'does not have the old path %s',
  async (path) => {
    const emulator = await runEmulator()
    expect((await emulator.get(path)).status).toBe(403)
  },
)

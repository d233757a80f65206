import { expect, it } from 'vitest'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript } from '../support/scripted-server.js'

it('a key that has become unusable is refused, although the one before was fine', async () => {
  const server = await startScript(json(200, { token: 'T1' }))
  const keys = ['a-merchant-key-0123', 'Bearer a-merchant-key-0123']
  const client = clientFor(server.url, { apiKey: () => keys.shift() ?? '' })
  await client.orders.get('T1')
  const error = await failureOf(client.orders.get('T1'))
  expect(error.name).toBe('ScalapayConfigError')
  expect(server.seen).toHaveLength(1)
})

import { expect, it } from 'vitest'
import { anOrder } from '../support/an-order.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, startScript } from '../support/scripted-server.js'

it('S15 lost create answer: the error names the search, also when no key can be had for the repetition', async () => {
  const server = await startScript(drop)
  let asked = 0
  const apiKey = () => {
    asked += 1
    if (asked > 1) throw new Error('the vault is sealed')
    return 'a-merchant-key-0123'
  }
  const error = await failureOf(clientFor(server.url, { apiKey }).orders.create(anOrder('order-7')))
  expect(error).toMatchObject({
    name: 'ScalapayConfigError',
    outcome: 'unknown',
    findBy: { merchantOrderReference: 'order-7' },
  })
})

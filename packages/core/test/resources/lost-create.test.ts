import { expect, it } from 'vitest'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, json, startScript, text } from '../support/scripted-server.js'

const order = sampleOrder({ merchantReference: 'order-7' })

it('S15 lost create answer: the error names the search, also when no key can be had for the repetition', async () => {
  const server = await startScript(drop)
  let asked = 0
  const apiKey = () => {
    asked += 1
    if (asked > 1) throw new Error('the vault is sealed')
    return 'a-merchant-key-0123'
  }
  const error = await failureOf(clientFor(server.url, { apiKey }).orders.create(order))
  expect(error).toMatchObject({
    name: 'ScalapayConfigError',
    outcome: 'unknown',
    findBy: { merchantOrderReference: 'order-7' },
  })
})

it('says after a create that broke down how to go on, should the answer be a stored one', async () => {
  const created = { token: 'T1', checkoutUrl: 'https://portal.example/T1', expires: '' }
  const server = await startScript(text(500, ''), text(500, ''), json(200, []), json(200, created))
  const { orders } = clientFor(server.url, { retry: false })
  const first = await failureOf(orders.create(order))
  const again = await failureOf(orders.create(order))
  expect(again).toMatchObject({
    outcome: 'unknown',
    idempotencyKey: first.idempotencyKey,
    hint: expect.stringContaining('orders.find(error.findBy)'),
  })
  expect(await orders.find(again.findBy ?? {})).toEqual([])
  expect(await orders.create(order, { idempotencyKey: 'own' })).toMatchObject(created)
})

import { expect, it } from 'vitest'
import { eur } from '../../src/index.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { drop, json, startScript } from '../support/scripted-server.js'

const pay3 = {
  product: 'pay-in-3',
  type: 'online',
  configuration: {
    minimumAmount: { amount: 5, currency: 'EUR' },
    maximumAmount: { amount: 2000, currency: 'EUR' },
  },
}

it('gives the products of the contract, with amounts in one form', async () => {
  const server = await startScript(json(200, [pay3]))
  expect(await clientFor(server.url).configurations.get()).toEqual([
    { ...pay3, configuration: { minimumAmount: eur('5.00'), maximumAmount: eur('2000.00') } },
  ])
  expect(server.seen).toMatchObject([
    {
      method: 'GET',
      url: '/v3/configurations',
      headers: { authorization: `Bearer ${MARKER_KEY}` },
      body: '',
    },
  ])
})

it('is repeated as a read', async () => {
  const server = await startScript(drop, json(503, {}), json(200, []))
  expect(await clientFor(server.url).configurations.get()).toEqual([])
  expect(server.seen).toHaveLength(3)
})

it('takes the options of any call', async () => {
  const server = await startScript(json(503, {}))
  const error = await failureOf(clientFor(server.url).configurations.get({ maxAttempts: 1 }))
  expect(error).toMatchObject({ operation: 'getConfigurations', attempts: 1 })
})

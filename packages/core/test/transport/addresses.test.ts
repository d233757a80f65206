import { expect, it } from 'vitest'
import { sampleOrder } from '../../src/testing.js'
import { clientFor } from '../support/clients.js'
import { json, startScript } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'

it.each(transports)('fetches no address of an answer with $transport', async ({ options }) => {
  const other = await startScript(json(200, {}))
  const token = other.url
  const merchant = { redirectConfirmUrl: other.url, redirectCancelUrl: other.url }
  const answer = { token, checkoutUrl: other.url, status: 'charged', url: other.url, merchant }
  const own = await startScript(json(200, answer, { link: `<${other.url}>; rel=preload` }))
  const client = clientFor(own.url, options)
  await client.orders.create(sampleOrder({ merchant }))
  await client.orders.get(token)
  await client.payments.capture({ token })
  expect(own.seen).toHaveLength(3)
  expect(other.connections()).toBe(0)
})

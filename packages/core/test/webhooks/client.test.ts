import { expect, it } from 'vitest'
import { Scalapay } from '../../src/index.js'
import { signedDelivery } from '../../src/testing.js'

const apiKey = 'a-merchant-key-0123'

it("verifies with the client's own key", async () => {
  const { webhooks } = new Scalapay({ apiKey, environment: 'sandbox' })
  const { rawBody, headers } = await signedDelivery('charged', { apiKey })
  expect(await webhooks.verify(rawBody, headers)).toMatchObject({ event: { status: 'charged' } })
})

it('asks the key function, as a call would', async () => {
  const asked: string[] = []
  const { webhooks } = new Scalapay({
    apiKey: ({ operation }) => {
      asked.push(operation)
      return apiKey
    },
    environment: 'sandbox',
  })
  const { rawBody, headers } = await signedDelivery('charged', { apiKey })
  await webhooks.verify(rawBody, headers)
  expect(asked).toEqual(['webhooks.verify'])
})

it('refuses what another key has signed', async () => {
  const { webhooks } = new Scalapay({ apiKey, environment: 'sandbox' })
  const { rawBody, headers } = await signedDelivery('charged', { apiKey: 'another-key-0123' })
  await expect(webhooks.verify(rawBody, headers)).rejects.toMatchObject({ reason: 'bad-signature' })
})

it('says that a merchant key is needed', async () => {
  const { webhooks } = new Scalapay({ deviceApiKey: 'a-device-key', environment: 'sandbox' })
  const { rawBody, headers } = await signedDelivery('charged', { apiKey })
  await expect(webhooks.verify(rawBody, headers)).rejects.toMatchObject({
    name: 'ScalapayConfigError',
  })
})

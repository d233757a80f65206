import { Scalapay } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { useEmulator } from '@scalapay-kit/emulator/vitest'
import { expect, it, onTestFinished } from 'vitest'

const emulator = useEmulator({ https: true, clock: 'manual' })

function connect(tls?: { ca: string }): Scalapay {
  const client = new Scalapay({
    apiKey: emulator.merchantKey,
    environment: 'emulator',
    baseUrl: emulator.url,
    retry: false,
    ...(tls === undefined ? {} : { tls }),
  })
  onTestFinished(() => client.close())
  return client
}

it('creates an order over TLS, trusting the CA of the emulator', async () => {
  const client = connect({ ca: emulator.ca ?? '' })
  const order = await client.orders.create(sampleOrder())
  expect(order.checkoutUrl).toBe(`${emulator.url}/checkout/${order.token}`)
  expect(emulator.url).toMatch(/^https:/)
})

it('sends nothing to an emulator whose CA it does not trust', async () => {
  await expect(connect().orders.create(sampleOrder())).rejects.toMatchObject({
    name: 'ScalapayConnectionError',
    outcome: 'not-sent',
  })
  expect(emulator.control.requests()).toEqual([])
})

import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'
import { documentedOrder } from '../support/orders.js'

const other = { authorization: 'Bearer merchant-two' }

async function twoMerchants() {
  const emulator = await runEmulator({ merchantKeys: ['merchant-one', 'merchant-two'] })
  return { emulator, token: await emulator.approved() }
}

it("does not know another merchant's token", async () => {
  const { emulator, token } = await twoMerchants()
  const answers = [
    await emulator.get(`/v2/payments/${token}`, other),
    await emulator.post('/v2/payments/capture', { token }, other),
    await emulator.post(`/v2/payments/${token}/void`, undefined, other),
    await emulator.post(`/v2/orders/${token}`, { merchantReference: 'x' }, other),
  ]
  expect(answers.map((answer) => [answer.status, answer.json().errorCode])).toEqual(
    answers.map(() => [422, 'invalid_token']),
  )
  expect(emulator.control.ledger()).toEqual([])
})

it("does not find another merchant's orders", async () => {
  const { emulator } = await twoMerchants()
  await emulator.post('/v2/orders', documentedOrder, other)
  const query = '/v2/payments/references?merchantOrderReference=merchantOrder-1234'
  for (const options of [{}, other]) {
    expect(JSON.parse((await emulator.get(query, options)).text)).toHaveLength(1)
  }
})

it('strikes the requests of one merchant and its tills with the faults that are meant for it', async () => {
  const emulator = await runEmulator({
    merchantKeys: ['merchant-one', 'merchant-two'],
    deviceKeys: ['till-one', 'till-two'],
  })
  emulator.control.faults.add({ match: { merchant: 2 }, effect: 'html-502' })
  const statusOf = async (path: string, key: string) =>
    (await emulator.get(path, { authorization: `Bearer ${key}` })).status
  const online = ['merchant-one', 'merchant-two', 'nobody']
  const statuses = online.map((key) => statusOf('/v3/configurations', key))
  expect(await Promise.all(statuses)).toEqual([200, 502, 401])
  const tills = ['till-one', 'till-two'].map((key) => statusOf('/v1/instore/orders/X', key))
  expect(await Promise.all(tills)).toEqual([422, 502])
})

import { injectWebhook } from '@scalapay-kit/fastify/testing'
import { expect, it } from 'vitest'
import { goToCheckout, ledgerOf, startShop } from '../support/shop.js'

it('S33 gets the raw body of a webhook although the shop parses forms and JSON', async () => {
  const shop = await startShop()
  const { token } = await goToCheckout(shop.browser())
  shop.emulator.control.approve(token)
  const answer = await injectWebhook(shop.app, { status: 'authorized', orderToken: token })
  expect(answer.statusCode).toBe(200)
  expect(await ledgerOf(shop)).toEqual([{ kind: 'capture', cents: 19_000, token }])
})

it('S33 settles nothing on a body that something has parsed before, and says how to mend it', async () => {
  const shop = await startShop({}, (app) => {
    app.addHook('preValidation', async (request) => {
      if (Buffer.isBuffer(request.body)) request.body = JSON.parse(String(request.body))
    })
  })
  const { token } = await goToCheckout(shop.browser())
  shop.emulator.control.approve(token)

  const answer = await injectWebhook(shop.app, { status: 'authorized', orderToken: token })

  expect([answer.statusCode, answer.json()]).toEqual([
    500,
    { received: false, reason: 'body-already-parsed' },
  ])
  expect(await ledgerOf(shop)).toEqual([])
  expect(shop.log).toContainEqual(
    expect.objectContaining({ hint: expect.stringContaining('parseAs: "buffer"') }),
  )
})

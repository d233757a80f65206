import { Injectable } from '@nestjs/common'
import { expect, it } from 'vitest'
import { OnScalapayEvent, ScalapayModule, type ScalapayWebhookOptions } from '../../src/index.js'
import { startApp } from '../support/app.js'
import { deliver, options } from '../support/deliver.js'

/** A handler that works until it is told to end, and is answered for at once. */
async function startBusyShop(webhooks: ScalapayWebhookOptions) {
  let endWork = () => {}
  const work = new Promise<void>((resolve) => {
    endWork = resolve
  })
  const state = { finished: false }
  @Injectable()
  class Events {
    @OnScalapayEvent('charged')
    async onCharged(): Promise<void> {
      await work
      state.finished = true
    }
  }
  const imports = [
    ScalapayModule.forRoot({ ...options, webhooks: { acknowledgeAfterMs: 1, ...webhooks } }),
  ]
  const shop = await startApp({ imports, providers: [Events] })
  expect((await deliver(`${shop.url}/webhooks/scalapay`)).status).toBe(200)
  return { ...shop, state, endWork }
}

it('waits for no longer than drainTimeoutMs', async () => {
  const { app, state, endWork } = await startBusyShop({ drainTimeoutMs: 1 })
  await app.close()
  expect(state.finished).toBe(false)
  endWork()
})

import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import { buildShop } from 'fastify-shop'
import { createShop } from 'nestjs-shop'

/** A shop and the emulator that it sells through, both on free ports. */
export interface RunningShop extends AsyncDisposable {
  url: string
  emulator: Emulator
}

/** Starts the Nest shop. The emulator's clock stands still until a test moves it. */
export async function startNestShop(): Promise<RunningShop> {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  const scalapay = {
    apiKey: emulator.merchantKey,
    environment: 'emulator',
    baseUrl: emulator.url,
  } as const
  const shop = await createShop(() => ({ scalapay }), false)
  await shop.listen(0, '127.0.0.1')
  const url = await shop.getUrl()
  emulator.control.webhooks.configure({ url: `${url}/webhooks/scalapay` })
  return {
    url,
    emulator,
    [Symbol.asyncDispose]: async () => {
      await shop.close()
      await emulator.close()
    },
  }
}

/** Starts the Fastify shop. The emulator's clock stands still until a test moves it. */
export async function startFastifyShop(): Promise<RunningShop> {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  const shop = buildShop({
    scalapay: {
      apiKey: emulator.merchantKey,
      environment: 'emulator',
      baseUrl: emulator.url,
    },
  })
  const url = await shop.listen({ host: '127.0.0.1', port: 0 })
  emulator.control.webhooks.configure({ url: `${url}/webhooks/scalapay` })
  return {
    url,
    emulator,
    [Symbol.asyncDispose]: async () => {
      await shop.close()
      await emulator.close()
    },
  }
}

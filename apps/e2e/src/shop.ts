import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import { buildShop } from 'fastify-shop'
import { createShop } from 'nestjs-shop'

/** A shop and the emulator that it sells through, both on free ports. */
export interface RunningShop extends AsyncDisposable {
  url: string
  emulator: Emulator
}

/** Where a client finds the emulator. */
interface EmulatorAccount {
  readonly apiKey: string
  readonly environment: 'emulator'
  readonly baseUrl: string
}

/** A shop that listens. */
interface StartedShop {
  readonly url: string
  /** Where the emulator tells it of events; nowhere when left out. */
  readonly webhookUrl?: string
  close(): Promise<void>
}

/** Starts a shop that sells through an emulator of its own, whose clock stands still until a test moves it. */
export async function sellThroughEmulator(
  start: (scalapay: EmulatorAccount) => Promise<StartedShop>,
): Promise<RunningShop> {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual' })
  const { merchantKey: apiKey, url: baseUrl } = emulator
  const shop = await start({ apiKey, environment: 'emulator', baseUrl })
  if (shop.webhookUrl !== undefined) {
    emulator.control.webhooks.configure({ url: shop.webhookUrl })
  }
  return {
    url: shop.url,
    emulator,
    [Symbol.asyncDispose]: async () => {
      await shop.close()
      await emulator.close()
    },
  }
}

export function startNestShop(): Promise<RunningShop> {
  return sellThroughEmulator(async (scalapay) => {
    const shop = await createShop(() => ({ scalapay }), false)
    await shop.listen(0, '127.0.0.1')
    const url = await shop.getUrl()
    return { url, webhookUrl: `${url}/webhooks/scalapay`, close: () => shop.close() }
  })
}

export function startFastifyShop(): Promise<RunningShop> {
  return sellThroughEmulator(async (scalapay) => {
    const shop = buildShop({ scalapay })
    const url = await shop.listen({ host: '127.0.0.1', port: 0 })
    return { url, webhookUrl: `${url}/webhooks/scalapay`, close: () => shop.close() }
  })
}

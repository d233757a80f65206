import type { Emulator } from '@scalapay-kit/emulator'
import { buildShop } from 'fastify-shop'
import { startNuxtShop } from 'nuxt-shop'

/** A shop that is listening. */
export interface RunningShop {
  readonly url: string
  close(): Promise<void>
}

const SHOPS = {
  async fastify(emulator: Emulator): Promise<RunningShop> {
    const app = buildShop({
      scalapay: {
        apiKey: emulator.merchantKey,
        environment: 'emulator',
        baseUrl: emulator.url,
      },
    })
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    return { url, close: () => app.close() }
  },

  async nestjs(emulator: Emulator): Promise<RunningShop> {
    // Nest takes a while to load, for which the other shops should not wait.
    const { createShop } = await import('nestjs-shop')
    const app = await createShop(
      () => ({
        scalapay: {
          apiKey: emulator.merchantKey,
          environment: 'emulator',
          baseUrl: emulator.url,
        },
      }),
      false,
    )
    await app.listen(0, '127.0.0.1')
    return { url: await app.getUrl(), close: () => app.close() }
  },

  nuxt: (emulator: Emulator): Promise<RunningShop> =>
    startNuxtShop({
      scalapay: {
        apiKey: emulator.merchantKey,
        environment: 'emulator',
        baseUrl: emulator.url,
      },
    }),
}

export type ShopName = keyof typeof SHOPS

/** The shops that the demo can run; the first one when none is named. */
export const SHOP_NAMES: readonly [ShopName, ...ShopName[]] = ['fastify', 'nestjs', 'nuxt']

export function isShopName(name: string): name is ShopName {
  return Object.hasOwn(SHOPS, name)
}

/** Starts a shop on a free port, with the emulator in place of Scalapay. */
export function startShop(name: ShopName, emulator: Emulator): Promise<RunningShop> {
  return SHOPS[name](emulator)
}

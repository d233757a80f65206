import type { Emulator } from '@scalapay-kit/emulator'

/** A shop that is listening. */
export interface RunningShop {
  readonly url: string
  close(): Promise<void>
}

function scalapayOptions({ merchantKey, url }: Emulator) {
  return { apiKey: merchantKey, environment: 'emulator', baseUrl: url } as const
}

// Each is loaded when it is asked for: only that one is built.
const SHOPS = {
  async fastify(emulator: Emulator): Promise<RunningShop> {
    const { buildShop } = await import('fastify-shop')
    const app = buildShop({ scalapay: scalapayOptions(emulator) })
    const url = await app.listen({ port: 0, host: '127.0.0.1' })
    return { url, close: () => app.close() }
  },

  async nestjs(emulator: Emulator): Promise<RunningShop> {
    const { createShop } = await import('nestjs-shop')
    const app = await createShop(() => ({ scalapay: scalapayOptions(emulator) }), false)
    await app.listen(0, '127.0.0.1')
    return { url: await app.getUrl(), close: () => app.close() }
  },

  async nuxt(emulator: Emulator): Promise<RunningShop> {
    const { startNuxtShop } = await import('nuxt-shop')
    return startNuxtShop({ scalapay: scalapayOptions(emulator) })
  },
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

import fp from 'fastify-plugin'
import { type Settlement, sweepOpenOrders } from 'storefront'

declare module 'fastify' {
  interface FastifyInstance {
    /** Settles every open order now. @returns how each stands, by its reference */
    sweep(): Promise<Map<string, Settlement>>
  }
}

/** Calls back after that many milliseconds, and gives a function that cancels it. */
export type Schedule = (callback: () => void, delayMs: number) => () => void

export interface SweepOptions {
  /** Milliseconds between the end of one sweep and the start of the next. */
  readonly everyMs: number
  readonly schedule: Schedule
}

/** For what neither the shopper nor a webhook brings home: open orders are looked at again and again. */
export const sweep = fp<SweepOptions>(
  async (app, { everyMs, schedule }) => {
    const ending = new AbortController()
    let cancel: () => void = () => undefined
    let current: Promise<unknown> = Promise.resolve()

    app.decorate('sweep', () => sweepOpenOrders({ ...app.shop, log: app.log }, ending.signal))

    function sweepLater(): void {
      cancel = schedule(() => {
        current = sweepNow()
      }, everyMs)
    }

    async function sweepNow(): Promise<void> {
      try {
        await app.sweep()
      } catch (error) {
        app.log.error({ err: error }, 'sweep broken off: the next one begins anew')
      }
      if (!ending.signal.aborted) sweepLater()
    }

    app.addHook('onReady', async () => sweepLater())
    app.addHook('onClose', async () => {
      ending.abort()
      cancel()
      await current
    })
  },
  { name: 'sweep', dependencies: ['shop'] },
)

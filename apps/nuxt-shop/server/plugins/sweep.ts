import { sweepOpenOrders } from 'storefront'

/** Looks at the orders that are still open, for the shopper who closed the tab and the webhook that got lost. */
export default defineNitroPlugin((nitroApp) => {
  const { sweepEveryMs } = useRuntimeConfig()
  let sweeping: Promise<unknown> = Promise.resolve()
  const sweep = () => {
    sweeping = sweeping
      .then(() => sweepOpenOrders(useShop()))
      .catch((err) => shopLog.error({ err }, 'sweep broken off: the next one begins anew'))
  }
  const timer = setInterval(sweep, Number(sweepEveryMs))
  nitroApp.hooks.hook('close', async () => {
    clearInterval(timer)
    await sweeping
  })
})

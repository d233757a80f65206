import { navigateTo } from 'nuxt/app'
import { type MaybeRefOrGetter, onBeforeUnmount, onMounted, type Ref, ref, toValue } from 'vue'
import { openCheckout } from '../lib/open-checkout.js'

/** How a checkout is started. */
export interface ScalapayCheckoutOptions {
  /**
   * The shop's own server route, which creates the order and answers with `sendScalapayCheckout(event, order)`.
   * @default '/api/checkout'
   */
  action?: MaybeRefOrGetter<string>
}

/** Starts a checkout and tells how that goes. */
export interface ScalapayCheckout {
  /**
   * Asks the shop's route for an order and sends the shopper on to Scalapay. Called again meanwhile, it does not
   * start a second one.
   *
   * @param body for the route, as JSON
   */
  start: (body?: Readonly<Record<string, unknown>>) => Promise<void>
  /** Whether the shopper is on the way; also while the browser is leaving. */
  pending: Readonly<Ref<boolean>>
  /** Why the last start failed; `undefined` while it has not. */
  error: Readonly<Ref<Error | undefined>>
}

/**
 * Starts a checkout through the shop's own server. The browser needs no key and gets none.
 *
 * @example
 * const { start, pending, error } = useScalapayCheckout({ action: '/api/checkout' })
 */
export function useScalapayCheckout(options: ScalapayCheckoutOptions = {}): ScalapayCheckout {
  const pending = ref(false)
  const error = ref<Error>()

  async function start(body: Readonly<Record<string, unknown>> = {}): Promise<void> {
    if (pending.value) return
    pending.value = true
    error.value = undefined
    try {
      const checkoutUrl = await openCheckout(toValue(options.action) ?? '/api/checkout', body)
      await navigateTo(checkoutUrl, { external: true })
    } catch (failure) {
      error.value = failure instanceof Error ? failure : new Error(String(failure))
      pending.value = false
    }
  }

  // A shopper who goes back may find this very page as it was left.
  const reset = (event: PageTransitionEvent) => {
    if (event.persisted) pending.value = false
  }
  onMounted(() => window.addEventListener('pageshow', reset))
  onBeforeUnmount(() => window.removeEventListener('pageshow', reset))

  return { start, pending, error }
}

import { useHead, useRuntimeConfig } from 'nuxt/app'
import type { ScalapayPublicRuntimeConfig } from '../../types/config.js'

/** What the page tells the widget. */
export interface ScalapayWidgetSetup {
  /** The widget's script, as it is loaded. */
  loaderUrl: string
  /** The widget's public token; empty for Scalapay's test merchant. */
  merchantToken: string
  locale: string
  /** The `environment` attribute of the element. */
  environment: 'production' | 'integration'
}

/**
 * Loads the script of Scalapay's widget, once however many widgets a page has, and answers the settings from
 * `nuxt.config`. `<ScalapayWidget>` calls it; call it yourself to write `<scalapay-widget>` by hand.
 *
 * @param nonce of a strict Content-Security-Policy; nuxt-security sets it by itself
 */
export function useScalapayWidget(nonce?: string): ScalapayWidgetSetup {
  const { loaderUrl, merchantToken, locale, environment } = useRuntimeConfig().public
    .scalapay as ScalapayPublicRuntimeConfig
  useHead({
    script: [
      {
        key: 'scalapay-widget-loader',
        src: loaderUrl,
        type: 'module',
        ...(nonce !== undefined && { nonce }),
      },
    ],
  })
  return {
    loaderUrl,
    merchantToken,
    locale,
    // Anything but real money is shown as a test.
    environment: environment === 'production' ? 'production' : 'integration',
  }
}

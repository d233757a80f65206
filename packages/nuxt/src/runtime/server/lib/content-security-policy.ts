import type { ScalapayPublicRuntimeConfig, ScalapayRuntimeConfig } from '../../types/config.js'

/** Hosts of the hosted checkout (source: Scalapay's specification, and its documentation for the sandbox). */
const CHECKOUT: Readonly<Record<string, string>> = {
  production: 'https://portal.scalapay.com',
  sandbox: 'https://portal.integration.scalapay.com',
  emulator: 'http://127.0.0.1:8484',
}

/** The directives that Scalapay needs, with their sources. */
export function contentSecurityPolicy(
  { environment, baseUrl }: ScalapayRuntimeConfig,
  { loaderUrl }: ScalapayPublicRuntimeConfig,
): Record<string, string[]> {
  const widget = originOf(loaderUrl)
  // The emulator's checkout is where its API is.
  const checkout = (environment === 'emulator' && originOf(baseUrl)) || CHECKOUT[environment]
  return {
    ...(widget && {
      'script-src': [widget],
      // Scalapay does not publish what else the widget loads: that it comes from the same host is an assumption.
      'connect-src': [widget],
      'font-src': [widget],
      'img-src': [widget],
    }),
    // Browsers apply form-action to the redirect that follows a form as well.
    ...(checkout && { 'form-action': [checkout] }),
  }
}

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined
}

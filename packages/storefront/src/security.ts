import type { ScalapayOptions } from '@scalapay-kit/core'

/** The content security policy of the pages: no scripts, no frames, and forms lead to Scalapay's checkout at most. */
export function contentSecurityPolicy(scalapay: ScalapayOptions): string {
  return [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    // Browsers apply form-action to the redirect that follows a form as well, hence Scalapay's hosts.
    `form-action 'self' ${checkoutSources(scalapay).join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Headers of every answer of the shop, but for files that may be cached. */
export function securityHeaders(scalapay: ScalapayOptions): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(scalapay),
    'x-content-type-options': 'nosniff',
    // The address of an order is its key: it must not travel to other sites.
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
  }
}

/** Where the checkout button may lead, as sources of a content security policy. */
export function checkoutSources({ environment, baseUrl }: ScalapayOptions): string[] {
  if (baseUrl !== undefined && URL.canParse(baseUrl)) {
    return ['https://*.scalapay.com', new URL(baseUrl).origin]
  }
  return environment === 'emulator' ? ['http://127.0.0.1:8484'] : ['https://*.scalapay.com']
}

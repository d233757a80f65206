export default defineNuxtConfig({
  modules: ['@scalapay-kit/nuxt', 'nuxt-security'],
  compatibilityDate: '2026-01-01',
  telemetry: false,
  devtools: { enabled: false },

  scalapay: {
    // The shop has routes of its own: for two return addresses, and for webhooks that several processes take.
    returns: { path: false },
    webhooks: { path: false },
    widget: { merchantToken: '8KDS3SPEL' },
  },

  // What comes in is signed, so markup in the name of an article is no attack.
  routeRules: { '/webhooks/**': { security: { xssValidator: false } } },

  runtimeConfig: {
    /** Where shoppers reach the shop, if not where it listens: NUXT_SHOP_URL. */
    shopUrl: '',
    /** Where the stores are that several processes of the shop share: NUXT_STORES_URL. Empty for its own, in memory. */
    storesUrl: '',
    /** Milliseconds between two looks at the orders that are still open: NUXT_SWEEP_EVERY_MS. */
    sweepEveryMs: 30_000,
    /** What a scheduler shows to have the open orders looked at, where no timer runs: NUXT_SWEEP_SECRET. Empty for nobody. */
    sweepSecret: '',
  },

  css: [
    'storefront/public/page.css',
    'storefront/public/parts.css',
    'storefront/public/shop.css',
    '~/assets/nuxt-shop.css',
  ],
  app: {
    head: {
      meta: [{ name: 'robots', content: 'noindex' }],
      link: [
        { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
        // A slow machine would show the page before all of it is read, and what is shown would move when the rest comes.
        { rel: 'expect', href: '#end', blocking: 'render' },
      ],
    },
  },

  security: {
    rateLimiter: false,
    headers: {
      // The address of an order is its key: it must not travel to other sites.
      referrerPolicy: 'same-origin',
      crossOriginEmbedderPolicy: 'unsafe-none',
      contentSecurityPolicy: {
        'default-src': ["'none'"],
        'script-src': ["'nonce-{{nonce}}'", "'strict-dynamic'"],
        'style-src': ["'self'", "'nonce-{{nonce}}'"],
        'img-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'font-src': false,
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'upgrade-insecure-requests': false,
      },
    },
  },
})

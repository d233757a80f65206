import fp from 'fastify-plugin'

export interface SecurityOptions {
  /** Where the checkout button may lead, as CSP sources. */
  readonly checkoutSources: readonly string[]
}

/** Headers of every answer, and no posts from other sites. */
export const security = fp<SecurityOptions>(
  async (app, { checkoutSources }) => {
    // Browsers apply form-action to the redirect that follows a form as well, hence Scalapay's hosts.
    const policy = [
      "default-src 'none'",
      "style-src 'self'",
      "img-src 'self'",
      `form-action 'self' ${checkoutSources.join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; ')

    app.addHook('onRequest', async (request, reply) => {
      reply.headers({
        'content-security-policy': policy,
        'x-content-type-options': 'nosniff',
        // The address of an order is its key: it must not travel to other sites.
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
      })
      if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') {
        await reply.code(403).type('text/plain').send('This form belongs to another site.')
      }
    })
  },
  { name: 'security' },
)

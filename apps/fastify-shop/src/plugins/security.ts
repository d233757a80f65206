import fp from 'fastify-plugin'

export interface SecurityOptions {
  readonly headers: Readonly<Record<string, string>>
}

/** Headers of every answer, and no posts from other sites. */
export const security = fp<SecurityOptions>(
  async (app, { headers }) => {
    app.addHook('onRequest', async (request, reply) => {
      reply.headers(headers)
      if (request.method === 'POST' && request.headers['sec-fetch-site'] === 'cross-site') {
        await reply.code(403).type('text/plain').send('This form belongs to another site.')
      }
    })
  },
  { name: 'security' },
)

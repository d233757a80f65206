import type { Scalapay } from '@scalapay-kit/core'

declare module 'fastify' {
  interface FastifyInstance {
    /** The client of the registration without a `name`. */
    scalapay: Scalapay
  }
}

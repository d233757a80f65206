import type { FastifyInstance } from 'fastify'
import type { Certificate } from './certificate.js'

/** `GET /_emulator/ca.pem`: what clients have to trust, for those who cannot read it from the start. */
export function registerAuthority(
  app: FastifyInstance,
  certificate: Certificate | undefined,
): void {
  if (certificate === undefined) return
  app.get('/_emulator/ca.pem', (_request, reply) =>
    reply.type('application/x-pem-file').send(certificate.ca),
  )
}

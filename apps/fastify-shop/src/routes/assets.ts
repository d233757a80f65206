import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'
import { assets } from 'storefront'

/** The stylesheets and the icon. */
export const assetRoutes: FastifyPluginAsync = async (app) => {
  for (const { path, type, file } of assets) {
    const content = await readFile(file)
    app.get(path, (_request, reply) =>
      reply.header('cache-control', 'max-age=300').type(type).send(content),
    )
  }
}

import { readFile } from 'node:fs/promises'
import type { FastifyPluginAsync } from 'fastify'

const CSS = 'text/css; charset=utf-8'

const FILES = [
  { path: '/page.css', type: CSS },
  { path: '/parts.css', type: CSS },
  { path: '/shop.css', type: CSS },
  { path: '/icon.svg', type: 'image/svg+xml' },
]

export interface AssetsOptions {
  readonly folder: URL
}

/** The stylesheets and the icon. */
export const assetRoutes: FastifyPluginAsync<AssetsOptions> = async (app, { folder }) => {
  for (const { path, type } of FILES) {
    const content = await readFile(new URL(`.${path}`, folder))
    app.get(path, (_request, reply) =>
      reply.header('cache-control', 'max-age=300').type(type).send(content),
    )
  }
}

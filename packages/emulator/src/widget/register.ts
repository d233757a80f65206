import type { FastifyInstance } from 'fastify'
import { readAsset } from '../assets.js'

/** Shops load it from their own origin, as they load the real one from Scalapay's. */
const HEADERS = {
  'content-type': 'text/javascript; charset=utf-8',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-cache',
}

/** The stand-in for the widget, at the path that it has on Scalapay's CDN; `?version=V5` changes nothing. */
export function registerWidget(app: FastifyInstance): void {
  const loader = readAsset('widget-loader.js')
  app.get('/widget/scalapay-widget-loader.js', (_request, reply) =>
    reply.headers(HEADERS).send(loader),
  )
}

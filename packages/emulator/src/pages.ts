import type { FastifyInstance } from 'fastify'
import { ASSETS, type AssetName, readAsset } from './assets.js'
import type { Control } from './control.js'
import { registerEvents } from './dashboard/events.js'
import { registerDashboard } from './dashboard/register.js'
import type { Emulation } from './emulation/emulation.js'
import { registerCheckout } from './pages/checkout-routes.js'
import { registerWidget } from './widget/register.js'

function registerAssets(app: FastifyInstance): void {
  for (const name of Object.keys(ASSETS) as AssetName[]) {
    const text = readAsset(name)
    app.get(`/assets/${name}`, (_request, reply) =>
      reply.headers({ 'content-type': ASSETS[name], 'cache-control': 'no-cache' }).send(text),
    )
  }
}

/** Everything for a browser: the hosted checkout, the dashboard with its live events, the widget. */
export function registerPages(app: FastifyInstance, emulation: Emulation, control: Control): void {
  registerAssets(app)
  registerCheckout(app, emulation)
  registerDashboard(app, emulation, control)
  registerEvents(app, emulation.changes)
  registerWidget(app)
}

import { useNitroApp } from 'nitropack/runtime'
import { hookedHandlers } from '../lib/hooks.js'
import { webhookRoute } from '../utils/webhook.js'

// Nuxt takes a route from its default export.
export default webhookRoute(() => hookedHandlers(useNitroApp().hooks))

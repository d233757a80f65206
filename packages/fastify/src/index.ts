import './augment.js'
import { scalapayPlugin } from './plugin.js'

export { getScalapay } from './instances.js'
export type {
  ScalapayClientOptions,
  ScalapayPluginOptions,
  ScalapayReadyClientOptions,
} from './options.js'
export { scalapayPlugin }
// Fastify loads plugins by their default export: `register(import('@scalapay-kit/fastify'))`, @fastify/autoload.
export default scalapayPlugin

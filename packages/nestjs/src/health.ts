export { ScalapayHealthIndicator, type ScalapayHealthOptions } from './scalapay.health.js'

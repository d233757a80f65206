import type { H3Event } from 'h3'
import { useRuntimeConfig } from 'nitropack/runtime'
import type { ScalapayRuntimeConfig } from '../../types/config.js'

/**
 * The settings as they are now. Without an event too they are read anew: on Workers the environment comes with the
 * request, after the shared settings were made.
 */
export function readConfig(event?: H3Event): ScalapayRuntimeConfig {
  return useRuntimeConfig(event ?? ({ context: { nitro: {} } } as unknown as H3Event))
    .scalapay as ScalapayRuntimeConfig
}

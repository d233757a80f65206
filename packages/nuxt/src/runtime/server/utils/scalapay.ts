import type { Scalapay } from '@scalapay-kit/core'
import type { H3Event } from 'h3'
import { clientFor } from '../lib/clients.js'
import { readConfig } from '../lib/read-config.js'

/**
 * The Scalapay client of this server: one for each set of settings, however often it is asked for.
 *
 * @param event the request; leave it out in tasks and webhook handlers, which do not have one
 * @returns the client, or the one that a middleware put into `event.context.scalapay`, for several accounts
 * @throws ScalapayConfigError naming the `NUXT_SCALAPAY_…` variables that are wrong or missing
 */
export function useScalapay(event?: H3Event): Scalapay {
  return event?.context.scalapay ?? clientFor(readConfig(event))
}

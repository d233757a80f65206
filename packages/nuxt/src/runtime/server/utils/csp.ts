import type { H3Event } from 'h3'
import { useRuntimeConfig } from 'nitropack/runtime'
import type { ScalapayPublicRuntimeConfig } from '../../types/config.js'
import { contentSecurityPolicy } from '../lib/content-security-policy.js'
import { readConfig } from '../lib/read-config.js'

/**
 * What a Content-Security-Policy has to allow for Scalapay, by directive: the widget's script and the way to the
 * checkout. Nothing asks for `'unsafe-inline'`. With nuxt-security these are added without your doing.
 *
 * @example
 * const { 'script-src': scripts } = scalapayCsp(event)
 */
export function scalapayCsp(event?: H3Event): Record<string, string[]> {
  const shown = useRuntimeConfig(event).public.scalapay as ScalapayPublicRuntimeConfig
  return contentSecurityPolicy(readConfig(event), shown)
}

import type { NitroAppPlugin } from 'nitropack/types'
import { addSources, type SecurityRules } from '../lib/add-sources.js'
import { scalapayCsp } from '../utils/csp.js'

/** Adds Scalapay's sources to every policy that nuxt-security sets. */
const plugin: NitroAppPlugin = (nitroApp) => {
  nitroApp.hooks.hook('nuxt-security:routeRules', (rules: Record<string, SecurityRules>) => {
    const sources = scalapayCsp()
    for (const { headers } of Object.values(rules)) {
      const policy = headers ? headers.contentSecurityPolicy : undefined
      if (typeof policy === 'object') addSources(policy, sources)
    }
  })
}

export default plugin

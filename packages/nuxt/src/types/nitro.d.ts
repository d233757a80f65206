import type { Scalapay } from '@scalapay-kit/core'
import type { SecurityRules } from '../runtime/server/lib/add-sources.js'
import type { ScalapayRuntimeHooks } from '../runtime/types/hooks.js'

// In a shop, the type template says this (src/build/type-templates.ts); here, no Nuxt writes types.
declare module 'nitropack/types' {
  interface NitroRuntimeHooks extends ScalapayRuntimeHooks {
    'nuxt-security:routeRules': (rules: Record<string, SecurityRules>) => void
  }
}

declare module 'h3' {
  interface H3EventContext {
    scalapay?: Scalapay
  }
}

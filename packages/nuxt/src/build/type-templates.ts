import { addTypeTemplate } from '@nuxt/kit'

/** Types of what the module adds to Nitro: its hooks, and the context of an event. */
export function addServerTypes(resolve: (path: string) => string): void {
  addTypeTemplate(
    {
      filename: 'types/scalapay-server.d.ts',
      getContents: () => `import type { Scalapay } from '@scalapay-kit/core'
import type { ScalapayRuntimeHooks } from '${resolve('./runtime/types/hooks')}'

declare module 'nitropack' {
  interface NitroRuntimeHooks extends ScalapayRuntimeHooks {}
}
declare module 'nitropack/types' {
  interface NitroRuntimeHooks extends ScalapayRuntimeHooks {}
}
declare module 'h3' {
  interface H3EventContext {
    /** The client that \`useScalapay(event)\` answers, for several accounts; a middleware sets it. */
    scalapay?: Scalapay
  }
}
export {}
`,
    },
    { nitro: true, nuxt: true },
  )
}

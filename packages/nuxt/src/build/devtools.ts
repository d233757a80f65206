import type { Nuxt } from '@nuxt/schema'

/** What Nuxt DevTools takes as a tab; declared here, so that they stay optional. */
interface DevToolsTab {
  name: string
  title: string
  icon: string
  category: string
  view: {
    type: 'launch'
    title: string
    description: string
    actions: { label: string; src: string }[]
  }
}

/** Leads to the emulator's dashboard from a tab of Nuxt DevTools. */
export function addEmulatorTab(nuxt: Nuxt, url: string): void {
  const hook = nuxt.hook as (name: string, listener: (tabs: DevToolsTab[]) => void) => unknown
  hook('devtools:customTabs', (tabs) => {
    tabs.push({
      name: 'scalapay',
      title: 'Scalapay emulator',
      icon: 'carbon:wallet',
      category: 'modules',
      // Not a frame: the dashboard lets no page hold it in one.
      view: {
        type: 'launch',
        title: 'Scalapay emulator',
        description: 'Orders, webhooks and the ledger of this development server.',
        actions: [{ label: 'Open the dashboard', src: url }],
      },
    })
  })
}

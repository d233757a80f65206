import type { Nuxt } from '@nuxt/schema'

/** What Nuxt DevTools takes as a tab; declared here, so that they stay optional. */
interface DevToolsTab {
  name: string
  title: string
  icon: string
  category: string
  view: { type: 'iframe'; src: string }
}

/** Shows the emulator's dashboard in a tab of Nuxt DevTools. */
export function addEmulatorTab(nuxt: Nuxt, url: string): void {
  const hook = nuxt.hook as (name: string, listener: (tabs: DevToolsTab[]) => void) => unknown
  hook('devtools:customTabs', (tabs) => {
    tabs.push({
      name: 'scalapay',
      title: 'Scalapay emulator',
      // From the emulator, as icons by name come from the network.
      icon: `${url}/assets/icon.svg`,
      category: 'modules',
      view: { type: 'iframe', src: url },
    })
  })
}

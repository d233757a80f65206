import type { NitroAppPlugin } from 'nitropack/types'
import { checkSettings } from '../lib/check-settings.js'
import { log } from '../lib/log.js'
import { readConfig } from '../lib/read-config.js'

/** Refuses to start a server that could not sell; in development it says so and goes on. */
const plugin: NitroAppPlugin = () => {
  // A page that is rendered at build time needs no key, and a build does not have one.
  if (import.meta.prerender) return
  try {
    checkSettings(readConfig())
  } catch (error) {
    if (!import.meta.dev) throw error
    log.warn(error instanceof Error ? error.message : String(error))
  }
}

export default plugin

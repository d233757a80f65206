import type { NitroAppPlugin } from 'nitropack/types'
import { closeClients } from '../lib/clients.js'
import { drainReceivers } from '../lib/receivers.js'

/** Lets webhook handlers that are at work end before the server does, for as long as the settings say. */
const plugin: NitroAppPlugin = (nitroApp) => {
  nitroApp.hooks.hook('close', async () => {
    await drainReceivers()
    await closeClients()
  })
}

export default plugin

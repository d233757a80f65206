import type { Emulation } from '../emulation/emulation.js'
import type { WebhookDelivery } from '../webhooks/delivery.js'
import type { WebhookSettings, WebhookSettingsChange } from '../webhooks/settings.js'

/** What the merchant's server is told, and how. */
export interface WebhookControl {
  /** The deliveries, oldest first: all that are pending and the last 1,000 that have ended. */
  readonly list: () => WebhookDelivery[]
  /**
   * Sends a delivery once more, now, whatever has become of it; resolves when the attempt has ended.
   *
   * @throws ControlError when there is no such delivery.
   */
  readonly redeliver: (id: string) => Promise<WebhookDelivery>
  /** The settings as they are now. */
  readonly settings: () => WebhookSettings
  /**
   * Changes settings until the next reset, which goes back to those of the start.
   *
   * @throws ControlError naming every problem at once.
   */
  readonly configure: (change: WebhookSettingsChange) => WebhookSettings
  /** Resolves when every attempt that is due has ended, and those that follow from them at once. */
  readonly settled: () => Promise<void>
}

/** Creates the part of the control plane that concerns webhooks. */
export function createWebhookControl(emulation: Emulation): WebhookControl {
  const { clock } = emulation
  return {
    list() {
      clock.settle()
      return emulation.world.webhooks.list()
    },
    redeliver: (id) => emulation.world.webhooks.redeliver(id),
    settings: () => emulation.world.webhooks.settings(),
    configure: (change) => emulation.world.webhooks.configure(change),
    async settled() {
      clock.settle()
      await clock.idle()
    },
  }
}

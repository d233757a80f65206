import { ControlError } from '../control-error.js'
import type { Clock } from '../state/clock.js'
import type { Order } from '../state/order.js'
import type { CommitListener } from '../state/store.js'
import { createDeliveryArchive } from './archive.js'
import { createAttempts } from './attempts.js'
import { webhookProblems } from './check-settings.js'
import type { WebhookDelivery } from './delivery.js'
import { createDice, type NetworkDice } from './dice.js'
import { payloadOf, type Told } from './payload.js'
import { previewOf, type WebhookPreview } from './preview.js'
import { type DeliveryRecord, deliveryView, sign, signingTime } from './record.js'
import {
  type Chance,
  changed,
  type WebhookOptions,
  type WebhookSettings,
  type WebhookSettingsChange,
} from './settings.js'
import { signerOf } from './signer.js'
import { hostsOf, targetOf } from './targets.js'
import { triggeredWebhooks } from './triggers.js'

/** The events of one world and what has become of them. */
export interface Webhooks {
  /** Makes the events of a committed change and sends them, without anybody waiting for it. */
  readonly tell: CommitListener
  /** What would be told if `order` became `next` now. Nothing is sent, and no dice are thrown. */
  readonly preview: (merchantKey: string, order: Order, next: Order) => WebhookPreview[]
  readonly list: () => WebhookDelivery[]
  /** @throws ControlError when there is no such delivery. */
  readonly redeliver: (id: string) => Promise<WebhookDelivery>
  readonly settings: () => WebhookSettings
  /** @throws ControlError */
  readonly configure: (change: WebhookSettingsChange) => WebhookSettings
  /** Breaks off what is under way. */
  readonly close: () => void
}

/** Who signs, and where it goes. */
interface Route {
  readonly key: string
  readonly merchantIndex: number
  readonly url: string
}

function falls(chance: Chance, number: number): boolean {
  return typeof chance === 'boolean' ? chance : number < chance
}

/**
 * Creates the webhooks of one world; the seed decides what is dropped, doubled and held back.
 *
 * @param onChange called after every attempt and every change of the settings
 */
export function createWebhooks(
  options: WebhookOptions,
  clock: Clock,
  seed: number,
  onChange: () => void,
): Webhooks {
  const bounds = {
    merchants: options.merchantKeys.length,
    allowedHosts: hostsOf(options.webhooks.url),
  }
  const archive = createDeliveryArchive()
  const attempts = createAttempts({
    clock,
    merchants: bounds.merchants,
    settings: () => settings,
    ended: archive.ended,
    attempted: onChange,
  })
  const dice = options.merchantKeys.map((_key, index) => createDice(seed, index))
  let settings = options.webhooks
  let count = 0

  function routeOf(merchantKey: string, { order }: Told): Route | undefined {
    const merchantIndex = options.merchantKeys.indexOf(merchantKey)
    const url = targetOf(settings.url, merchantIndex)
    if (url === null) return undefined
    const key = signerOf(order, merchantKey, settings.inStore, options.deviceKeys)
    return key === undefined ? undefined : { key, merchantIndex, url }
  }

  function nextId(): string {
    count += 1
    return `webhook-${count}`
  }

  function recordOf(told: Told, route: Route): DeliveryRecord {
    const createdAt = clock.now()
    const form = {
      allStringAmounts: options.allStringAmounts,
      refundAmount: settings.refundAmount,
      totalAmount: settings.totalAmount,
    }
    const signed = { key: route.key, body: Buffer.from(payloadOf(told, form), 'utf8') }
    return {
      id: nextId(),
      orderToken: told.order.token,
      event: told.status,
      ...route,
      ...signed,
      createdAt,
      headers: sign(signed, signingTime(clock, settings.timestamps)),
      state: 'pending',
      tries: 0,
      nextAttemptAt: undefined,
      attempts: [],
    }
  }

  function deliver(record: DeliveryRecord, chance: number): void {
    archive.add(record)
    const heldBack = settings.shuffle ? Math.floor(chance * settings.shuffleWindowMs) : 0
    attempts.begin(record, record.createdAt + settings.delayMs + heldBack)
  }

  function lose(record: DeliveryRecord): void {
    archive.add({ ...record, state: 'dropped' })
    archive.ended(record)
  }

  function send(record: DeliveryRecord, { drop, duplicate, shuffle }: NetworkDice): void {
    const isDropped = falls(settings.drop, drop())
    const isDoubled = falls(settings.duplicate, duplicate())
    if (isDropped) lose(record)
    else deliver(record, shuffle())
    // The very same signature: it is one event that the network has doubled.
    if (isDoubled && !isDropped) deliver({ ...record, id: nextId() }, shuffle())
  }

  function tellOf(merchantKey: string, told: Told): void {
    const route = routeOf(merchantKey, told)
    const network = dice[route?.merchantIndex ?? -1]
    if (route !== undefined && network !== undefined) send(recordOf(told, route), network)
  }

  return {
    tell({ key }, order, before) {
      for (const webhook of triggeredWebhooks(order, before)) {
        const status = settings.events[webhook.trigger]
        if (status !== null) tellOf(key, { order, webhook, status })
      }
    },
    preview: (merchantKey, order, next) =>
      previewOf({ clock, options, settings }, merchantKey, order, next),
    list: () => archive.list().map(deliveryView),
    async redeliver(id) {
      const record = archive.find(id)
      if (record === undefined) {
        throw new ControlError(
          'There is no delivery with this id; the list shows which there are',
          'unknown',
        )
      }
      await attempts.again(record)
      return deliveryView(record)
    },
    settings: () => settings,
    configure(change) {
      const next = changed(settings, change)
      const problems = webhookProblems(next, bounds)
      if (problems.length > 0) throw new ControlError(problems.join('; '))
      settings = next
      onChange()
      return settings
    },
    close: attempts.close,
  }
}

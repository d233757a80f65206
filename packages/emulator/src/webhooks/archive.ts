import type { DeliveryRecord } from './record.js'

/** The deliveries that are still known, oldest first. */
export interface DeliveryArchive {
  readonly add: (record: DeliveryRecord) => void
  readonly find: (id: string) => DeliveryRecord | undefined
  /** Tells that a delivery has ended, which may make the oldest ended one forgotten. */
  readonly ended: (record: DeliveryRecord) => void
  readonly list: () => DeliveryRecord[]
}

/** Creates an archive of all pending deliveries and the last `limit` ended ones, so that its memory is bounded. */
export function createDeliveryArchive(limit = 1_000): DeliveryArchive {
  const records = new Map<string, DeliveryRecord>()
  const endedIds = new Set<string>()
  return {
    add: (record) => void records.set(record.id, record),
    find: (id) => records.get(id),
    ended({ id }) {
      endedIds.add(id)
      const [oldest] = endedIds
      if (endedIds.size <= limit || oldest === undefined) return
      endedIds.delete(oldest)
      records.delete(oldest)
    },
    list: () => [...records.values()],
  }
}

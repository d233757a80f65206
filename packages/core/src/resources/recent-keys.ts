/** Remembers the keys that were seen last, within a bound. */
export interface RecentKeys {
  has: (key: string) => boolean
  add: (key: string) => void
}

/**
 * Remembers at least the last `least` keys and at most twice as many. Two sets that take turns: removing the oldest keys of
 * one set, one at a time, takes longer the larger it is.
 */
export function createRecentKeys(least: number): RecentKeys {
  let older = new Set<string>()
  let newer = new Set<string>()
  return {
    has: (key) => newer.has(key) || older.has(key),
    add: (key) => {
      if (newer.size >= least) {
        older = newer
        newer = new Set()
      }
      newer.add(key)
    },
  }
}

/** Tells those who watch that something changed; what it is they read for themselves. */
export interface Changes {
  readonly announce: () => void
  /** @returns the function that ends the watching. */
  readonly watch: (listener: () => void) => () => void
}

/** Creates it without watchers. */
export function createChanges(): Changes {
  const listeners = new Set<() => void>()
  return {
    announce() {
      for (const listener of listeners) listener()
    },
    watch(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

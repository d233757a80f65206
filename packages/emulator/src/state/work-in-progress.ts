/** Work that has begun and takes real time. */
export interface WorkInProgress {
  /** The work must not fail: who starts it deals with its errors. */
  readonly add: (work: Promise<void>) => void
  readonly isBusy: () => boolean
  /** Resolves once nothing is left, also nothing that began in the meantime. */
  readonly idle: () => Promise<void>
}

/** Creates an empty collection. */
export function createWorkInProgress(): WorkInProgress {
  const works = new Set<Promise<void>>()
  return {
    add(work) {
      const entry = work.finally(() => void works.delete(entry))
      works.add(entry)
    },
    isBusy: () => works.size > 0,
    async idle() {
      while (works.size > 0) await Promise.all(works)
    },
  }
}

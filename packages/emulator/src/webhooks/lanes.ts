/** Runs jobs: those of one lane one after the other, those of different lanes side by side, a limited number at once. */
export interface Lanes {
  readonly run: (lane: string, job: () => Promise<void>) => Promise<void>
}

/** Creates lanes in which `limit` jobs run at once. A job must not fail. */
export function createLanes(limit: number): Lanes {
  const ends = new Map<string, Promise<void>>()
  const waiting: (() => void)[] = []
  let running = 0

  async function runWithinLimit(job: () => Promise<void>): Promise<void> {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    await job()
    // Whoever waits takes over the place.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }

  return {
    run(lane, job) {
      const end = (ends.get(lane) ?? Promise.resolve())
        .then(() => runWithinLimit(job))
        .then(() => {
          if (ends.get(lane) === end) ends.delete(lane)
        })
      ends.set(lane, end)
      return end
    },
  }
}

/** Waits of the network's making, in real time, which end at once when the server closes. */
export interface Pauses {
  readonly pause: (milliseconds: number) => Promise<void>
  readonly close: () => void
}

/** Creates the waits of one server. */
export function createPauses(): Pauses {
  const waiting = new Map<NodeJS.Timeout, () => void>()
  return {
    async pause(milliseconds) {
      if (milliseconds === 0) return
      await new Promise<void>((resolve) => {
        const timer = setTimeout(() => {
          waiting.delete(timer)
          resolve()
        }, milliseconds)
        timer.unref()
        waiting.set(timer, resolve)
      })
    },
    close() {
      for (const [timer, resolve] of waiting) {
        clearTimeout(timer)
        resolve()
      }
      waiting.clear()
    },
  }
}

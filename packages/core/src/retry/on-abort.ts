/** What waits for a signal; the one listener that it has calls all of them. */
interface Waiting {
  callbacks: Set<() => void>
  listener: () => void
}

const waitingFor = new WeakMap<AbortSignal, Waiting>()

/**
 * Calls back when a signal fires, at once when it has. With one listener for each signal, however many calls share it: Node
 * takes more than ten for a leak, and warns.
 *
 * @returns stops waiting for it
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback()
    return () => undefined
  }
  const { callbacks, listener } = waitingFor.get(signal) ?? listenTo(signal)
  callbacks.add(callback)
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return
    signal.removeEventListener('abort', listener)
    waitingFor.delete(signal)
  }
}

function listenTo(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>()
  const listener = () => {
    for (const callback of callbacks) callback()
  }
  signal.addEventListener('abort', listener, { once: true })
  const waiting = { callbacks, listener }
  waitingFor.set(signal, waiting)
  return waiting
}

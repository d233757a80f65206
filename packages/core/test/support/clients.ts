import { onTestFinished } from 'vitest'
import type { ScalapayOptions } from '../../src/index.js'
import { Scalapay } from '../../src/index.js'
import { type Clock, systemClock } from '../../src/retry/clock.js'

/** A key that stands out wherever it leaks. */
export const MARKER_KEY = 'MARKERKEY0123456789wxyz'

/** A client whose waits between attempts take no time; the limits of one attempt are real. */
export function clientFor(
  url: string,
  options: Partial<ScalapayOptions> = {},
  clock: Clock = systemClock,
): Scalapay {
  const client = new Scalapay(
    { apiKey: MARKER_KEY, environment: 'sandbox', baseUrl: url, ...options },
    { clock, random: () => 0 },
  )
  onTestFinished(() => client.close())
  return client
}

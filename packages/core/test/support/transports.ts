import type { ScalapayOptions } from '../../src/index.js'

/** One of the two ways in which requests leave. */
export interface TransportCase {
  transport: string
  options: Partial<ScalapayOptions>
  /** Where Node announces that the head of an answer has arrived. */
  headChannel: string
}

/** Both ways, for `it.each`. */
export const transports: readonly TransportCase[] = [
  { transport: 'the Node transport', options: {}, headChannel: 'http.client.response.finish' },
  {
    transport: 'a fetch',
    options: { fetch: globalThis.fetch },
    headChannel: 'undici:request:headers',
  },
]

import { ScalapayConfigError } from '../errors/config.js'
import { fetchTransport } from './fetch.js'
import type { OpenChannel } from './observe.js'
import type { Transport, TransportOptions } from './wire.js'

/**
 * The transport of runtimes other than Node: their own `fetch`, which speaks TLS 1.2 or later and verifies certificates.
 *
 * @throws ScalapayConfigError when a private authority is given, which these runtimes cannot add per client
 */
export function createTransport(options: TransportOptions): Transport {
  if (options.ca.length > 0) {
    throw new ScalapayConfigError(
      'tls.ca works on Node only. Here, add the authority to the runtime, or give your own fetch.',
    )
  }
  return fetchTransport((input, init) => globalThis.fetch(input, init))
}

/** These runtimes have no channels without their Node compatibility, so nobody can listen. */
export const openChannel: OpenChannel = () => ({ hasSubscribers: false, publish: () => undefined })

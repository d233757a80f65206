import { ScalapayConfigError } from '../errors/config.js'
import { fetchTransport } from './fetch.js'
import type { Channel, OpenChannel } from './observe.js'
import type { Transport, TransportOptions } from './wire.js'

/**
 * The transport of runtimes other than Node: their own `fetch`, which speaks TLS 1.2 or later and verifies certificates.
 *
 * @throws ScalapayConfigError when a private authority or an agent is given, which these runtimes cannot use per client
 */
export function createTransport(options: TransportOptions): Transport {
  if (options.ca.length > 0) {
    throw new ScalapayConfigError(
      'tls.ca works on Node only. Here, add the authority to the runtime, or give your own fetch.',
    )
  }
  if (options.agent !== undefined) {
    throw new ScalapayConfigError(
      'agent works on Node only. Here, set the proxy in the runtime, or give your own fetch.',
    )
  }
  return fetchTransport((input, init) => globalThis.fetch(input, init))
}

/** What Bun, Deno and Node have; Workers without their Node compatibility have none of it. */
interface MaybeNode {
  process?: { getBuiltinModule?: (id: string) => { channel: OpenChannel } | undefined } | undefined
}

/**
 * The channels of runtimes that have them, asked for at run time: a Worker that imports `node:` modules cannot start. Where
 * there are none, nobody can listen.
 */
export function channelsOf(runtime: MaybeNode): OpenChannel {
  const channels = runtime.process?.getBuiltinModule?.('node:diagnostics_channel')
  return (name) => channels?.channel(name) ?? NO_CHANNEL
}

const NO_CHANNEL: Channel = Object.freeze({ hasSubscribers: false, publish: () => undefined })

/** The channels of this runtime, which tracing tools listen to. */
export const openChannel: OpenChannel = (name) => channelsOf(globalThis as MaybeNode)(name)

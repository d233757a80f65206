import { randomInt } from 'node:crypto'
import { type Control, createControl } from './control.js'
import { registerControlPlane } from './control-plane.js'
import { createEmulation } from './emulation/emulation.js'
import { registerApi } from './http/api.js'
import { createApp } from './http/app.js'
import { createPauses } from './http/pauses.js'
import { createCertificate } from './https/certificate.js'
import { registerAuthority } from './https/register.js'
import { type EmulatorOptions, EmulatorOptionsError, resolveOptions } from './options.js'
import { registerPages } from './pages.js'
import { createClock } from './state/clock.js'

/** A running emulator. */
export interface Emulator {
  /** Where it is reached, without a slash at the end; the client's `baseUrl`. */
  readonly url: string
  /** With `https`: the certificate, as PEM, of the CA that clients have to trust; the client's `tls.ca`. */
  readonly ca: string | undefined
  /** The first merchant key. */
  readonly merchantKey: string
  /** The first device key. */
  readonly deviceKey: string
  /** The seed that it runs with. */
  readonly seed: number
  readonly control: Control
  /** Drops every connection and frees the port. */
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/** Bound to every interface, the emulator is still reached by the shop and the browser at a real address. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

/** Turns what the operating system says into what to do about it. */
function listenError(error: unknown, port: number, host: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return new EmulatorOptionsError([`port ${port} is in use: choose another, or 0 for a free one`])
  }
  if (code === 'EACCES') {
    return new EmulatorOptionsError([`port ${port} needs more rights: choose one above 1023`])
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new EmulatorOptionsError([`host ${host} is not an address of this machine`])
  }
  return error
}

/**
 * Starts an emulator of the Scalapay API and its hosted checkout.
 *
 * @throws EmulatorOptionsError when an option makes no sense, a key looks live or the port is taken.
 */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const settings = resolveOptions(options, () => randomInt(2 ** 32))
  const clock = createClock({
    mode: settings.clock,
    startAt: settings.startAt,
    wallClock: Date.now,
  })
  const emulation = createEmulation(settings, clock)
  const control = createControl(emulation)
  const pauses = createPauses()

  const { host, port, https } = settings
  const certificate = https ? await createCertificate(host, Date.now()) : undefined
  const app = createApp(emulation, certificate)
  registerControlPlane(app, control)
  registerPages(app, emulation, control)
  registerAuthority(app, certificate)
  registerApi(app, emulation, pauses)

  try {
    await app.listen({ host, port })
  } catch (error) {
    throw listenError(error, port, host)
  }
  const address = app.server.address()
  const boundPort = typeof address === 'object' && address !== null ? address.port : port
  emulation.listensAt(`http${https ? 's' : ''}://${reachableHost(host)}:${boundPort}`)

  const close = async () => {
    pauses.close()
    emulation.world.webhooks.close()
    clock.close()
    await app.close()
  }
  return {
    url: emulation.url,
    ca: certificate?.ca,
    merchantKey: settings.merchantKeys[0] ?? '',
    deviceKey: settings.deviceKeys[0] ?? '',
    seed: settings.seed,
    control,
    close,
    [Symbol.asyncDispose]: close,
  }
}

// @ts-check
/**
 * Loaded before an example runs. A port that the example names is one of its own: a server listens on a free one instead,
 * and connections follow it; 8484 leads to the emulator of this run. A server does not keep the example from ending.
 */
import net from 'node:net'
import process from 'node:process'

/** @type {Map<unknown, number>} */
const ports = new Map([[8484, Number(process.env.EXAMPLE_EMULATOR_PORT)]])

const { listen } = net.Server.prototype
net.Server.prototype.listen = function listenOnFreePort(
  /** @type {any} */ first,
  /** @type {any[]} */ ...rest
) {
  const isOptions = typeof first === 'object' && first !== null
  const asked = Number(isOptions ? first.port : first)
  if (asked > 0) {
    this.once('listening', () => {
      const address = this.address()
      if (typeof address === 'object' && address !== null) ports.set(asked, address.port)
    })
  }
  const free = isOptions ? { ...first, port: first.port === undefined ? undefined : 0 } : 0
  return listen.call(this, asked > 0 ? free : first, ...rest).unref()
}

const { connect } = net.Socket.prototype
net.Socket.prototype.connect = function connectToThatPort(/** @type {any[]} */ ...args) {
  // Node hands its normalised arguments on as one array.
  const [first] = args
  const options = Array.isArray(first) ? first[0] : first
  const port = ports.get(Number(options?.port))
  if (port !== undefined) options.port = port
  return Reflect.apply(connect, this, args)
}

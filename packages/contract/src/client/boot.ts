import { Scalapay, type ScalapayOptions } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'
import { type Emulator, type EmulatorOptions, startEmulator } from '@scalapay-kit/emulator'

/** An emulator of its own and a client that talks to it. */
export interface Booted extends AsyncDisposable {
  emulator: Emulator
  client: Scalapay
  /** Another client on the same emulator, as a second process would have. */
  connect: (options?: Partial<ScalapayOptions>) => Scalapay
  /** Creates an order of 100.00 EUR that the shopper approves, and gives its token. */
  approvedOrder: (merchantReference?: string) => Promise<string>
  /** What the ledger says: `['capture', 10000]`. */
  movements: () => [string, number][]
  /** How many requests of this operation have arrived. */
  callsOf: (operation: string) => number
}

/** The machine's clock, and no chance: the wait before each repetition is zero. */
const seams = {
  clock: {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    schedule: (callback: () => void, delayMs: number) => {
      const timer = setTimeout(callback, delayMs)
      return () => clearTimeout(timer)
    },
  },
  random: () => 0,
}

/** Starts an emulator with a standing clock, and a client on it that repeats without waiting. */
export async function boot(options: EmulatorOptions = {}): Promise<Booted> {
  const emulator = await startEmulator({ port: 0, seed: 1, clock: 'manual', ...options })
  const clients: Scalapay[] = []
  const connect = (overrides: Partial<ScalapayOptions> = {}) => {
    const options: ScalapayOptions = {
      apiKey: emulator.merchantKey,
      deviceApiKey: emulator.deviceKey,
      environment: 'emulator',
      baseUrl: emulator.url,
      ...overrides,
    }
    const client = new Scalapay(options, seams)
    clients.push(client)
    return client
  }
  const client = connect()
  return {
    emulator,
    client,
    connect,
    approvedOrder: async (merchantReference = 'order-1') => {
      const { token } = await client.orders.create(sampleOrder({ merchantReference }))
      emulator.control.approve(token)
      return token
    },
    movements: () =>
      emulator.control.ledger().map(({ kind, amountInCents }) => [kind, amountInCents]),
    callsOf: (operation) =>
      emulator.control.requests().filter((request) => request.operation === operation).length,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(clients.map((client) => client.close()))
      await emulator.close()
    },
  }
}

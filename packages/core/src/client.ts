import { createTransport, openChannel } from '#transport'
import { Checkout } from './checkout/checkout.js'
import { type Config, resolveConfig } from './config.js'
import type { Environment } from './environments.js'
import { optionsFromEnv } from './from-env.js'
import type { ScalapayOptions } from './options.js'
import { Configurations } from './resources/configurations.js'
import { InStore } from './resources/in-store.js'
import { MultiCapture } from './resources/multi-capture.js'
import { Orders } from './resources/orders.js'
import { PayByLink } from './resources/pay-by-link.js'
import { Payments } from './resources/payments.js'
import { Reporting } from './resources/reporting.js'
import { createRetryBudget } from './retry/budget.js'
import { type Clock, systemClock } from './retry/clock.js'
import { createCall } from './transport/call.js'
import { fetchTransport } from './transport/fetch.js'
import { userAgent } from './transport/headers.js'
import { createKeyring } from './transport/keyring.js'
import { createObserver } from './transport/observe.js'
import { createPipeline } from './transport/pipeline.js'
import { createRawClient } from './transport/raw.js'
import type { RawClient } from './transport/raw-types.js'
import type { Transport } from './transport/wire.js'
import { Webhooks } from './webhooks/verifier.js'

/** What tests replace: time and chance. */
export interface ClientSeams {
  clock: Clock
  random: () => number
}

const SYSTEM: ClientSeams = { clock: systemClock, random: Math.random }

/** The Scalapay client. Make one and share it: its calls share connections and a retry budget. */
export class Scalapay {
  /** Where calls go, as given. */
  readonly environment: Environment
  /** The URL that every path is appended to. */
  readonly baseUrl: string
  /** Online orders: create, update, read, find. */
  readonly orders: Orders
  /** Money of online orders: capture, delay, void, refund. */
  readonly payments: Payments
  /** Settling an order after the hosted checkout, whatever happened on the way. */
  readonly checkout: Checkout
  /** Several captures of one delayed order. Outside the published specification, by contract only. */
  readonly multiCapture: MultiCapture
  /** Orders at the till. Takes the device key. */
  readonly inStore: InStore
  /** Links that are paid in store. Takes the device key. */
  readonly payByLink: PayByLink
  /** What was settled: orders, refunds, payouts, disputes. */
  readonly reporting: Reporting
  /** What the contract offers. Outside the published specification. */
  readonly configurations: Configurations
  /** Verification of webhooks with this client's key. */
  readonly webhooks: Webhooks
  readonly #transport: Transport
  readonly #createRaw: () => RawClient
  #raw: RawClient | undefined

  /**
   * @param seams time and chance, for tests
   * @throws ScalapayConfigError naming everything that is wrong with the options
   */
  constructor(options: ScalapayOptions, seams: ClientSeams = SYSTEM) {
    const { config, keys } = resolveConfig(options)
    const { clock, random } = seams
    this.environment = config.environment
    this.baseUrl = config.baseUrl
    this.#transport = transportFor(config)
    const keyring = createKeyring(config, keys)
    const observer = createObserver(config.logger, openChannel)
    const pipeline = createPipeline({
      transport: this.#transport,
      clock,
      random,
      budget: createRetryBudget(clock.monotonic),
      userAgent: userAgent(config.appInfo),
      observer,
    })
    const call = createCall({ pipeline, keyring, config, clock, observer })
    this.orders = new Orders(call)
    this.payments = new Payments(call)
    this.multiCapture = new MultiCapture(call)
    this.inStore = new InStore(call)
    this.payByLink = new PayByLink(call)
    this.reporting = new Reporting(call)
    this.configurations = new Configurations(call)
    this.webhooks = new Webhooks(async () => keyring('webhooks.verify', 'merchant'))
    this.checkout = new Checkout({
      orders: this.orders,
      payments: this.payments,
      clock,
      random,
      deadlineMs: config.deadlineMs,
    })
    this.#createRaw = () => createRawClient({ pipeline, keyring, config, clock, observer })
  }

  /**
   * A client from `SCALAPAY_API_KEY`, `SCALAPAY_ENVIRONMENT`, `SCALAPAY_DEVICE_API_KEY` and `SCALAPAY_BASE_URL`.
   *
   * @param overrides options that win over the environment
   * @throws ScalapayConfigError naming the variables that are missing or wrong
   */
  static fromEnv(overrides: Partial<ScalapayOptions> = {}): Scalapay {
    const given = Object.entries(overrides).filter(([, value]) => value !== undefined)
    return new Scalapay({ ...optionsFromEnv(), ...Object.fromEntries(given) })
  }

  /** The typed openapi-fetch client, for a path that has no method yet. Answers `{ data, error, response }`. */
  get raw(): RawClient {
    // Made on demand: it takes standard requests, which are half of a start on Node.
    this.#raw ??= this.#createRaw()
    return this.#raw
  }

  /** Closes connections: idle ones now, busy ones when their call is done. Calls after this open new ones. */
  async close(): Promise<void> {
    this.#transport.close()
  }
}

function transportFor(config: Config): Transport {
  if (config.fetch !== undefined) return fetchTransport(config.fetch)
  const { baseUrl, tls, agent } = config
  return createTransport({ baseUrl, ca: [tls?.ca ?? []].flat(), agent })
}

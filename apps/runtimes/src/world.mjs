// @ts-check
import { eur, Scalapay } from '@scalapay-kit/core'
import { sampleOrder } from '@scalapay-kit/core/testing'

/**
 * What the cases are told by the test that starts them.
 *
 * @typedef {object} Settings
 * @property {string} emulatorUrl
 * @property {string} strangerUrl a server that redirects, and says at `/seen` how often it was asked anything else
 * @property {string} closedUrl nobody listens there
 * @property {string} merchantKey
 * @property {string} deviceKey
 * @property {'not-sent' | 'unknown'} refused what a refused connection says on this runtime
 */

/**
 * @typedef {object} World
 * @property {Settings} settings
 * @property {(options?: Partial<import('@scalapay-kit/core').ScalapayOptions>) => Scalapay} connect
 * @property {(path: string, body?: object) => Promise<any>} control the emulator's control plane; a POST if there is a body
 * @property {(reference: string) => Promise<string>} approvedOrder its token
 * @property {(token: string) => Promise<[string, number][]>} movements of money, by the emulator's ledger
 * @property {(fault: object | string, match: object) => Promise<void>} fault
 */

/** @typedef {Readonly<Record<string, (world: World) => Promise<void>>>} Cases by title */

/**
 * @param {Settings} settings
 * @returns {World}
 */
export function createWorld(settings) {
  /** @type {World['connect']} */
  const connect = (options = {}) =>
    new Scalapay({
      apiKey: settings.merchantKey,
      deviceApiKey: settings.deviceKey,
      environment: 'emulator',
      baseUrl: settings.emulatorUrl,
      ...options,
    })
  /** @type {World['control']} */
  const control = async (path, body) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }
    const response = await fetch(`${settings.emulatorUrl}/_emulator/${path}`, init)
    const answer = await response.json()
    // A fault that is not understood would be a case that tests nothing.
    if (!response.ok) throw new Error(`The emulator refuses ${path}: ${answer.error}`)
    return answer
  }
  return {
    settings,
    connect,
    control,
    approvedOrder: async (reference) => {
      const { token } = await connect().orders.create(sampleOrder({ merchantReference: reference }))
      await control(`orders/${token}/approve`, {})
      return token
    },
    movements: async (token) => {
      const ledger = await control('ledger')
      return ledger
        .filter((/** @type {any} */ entry) => entry.orderToken === token)
        .map((/** @type {any} */ entry) => [entry.kind, entry.amountInCents])
    },
    fault: async (effect, match) => {
      await control('faults', { match: { times: 1, ...match }, effect })
    },
  }
}

/**
 * An order of 25.00 EUR at a till.
 *
 * @param {string} merchantReference
 * @returns {import('@scalapay-kit/core').CreateInStoreOrderInput}
 */
export function aTillOrder(merchantReference) {
  const totalAmount = eur('25.00')
  return {
    merchantReference,
    totalAmount,
    preApprovalCode: '85633887',
    requestId: 'request-1',
    merchantOperatorId: 'till-3',
    items: [{ name: 'Lamp', category: 'home', sku: 'lamp-1', quantity: 1, price: totalAmount }],
  }
}

import type { RequestOptions } from '../options.js'
import type { Call } from '../transport/call.js'
import type { ProductConfiguration } from '../types.js'

/** What the contract offers. Outside Scalapay's published specification (source: their PHP SDK, observed in the sandbox). */
export class Configurations {
  readonly #call: Call

  constructor(call: Call) {
    this.#call = call
  }

  /**
   * The products of the contract, with the least and the largest amount of each.
   *
   * @throws ScalapayAuthenticationError when the key is refused; ScalapayError of the class that fits otherwise
   */
  get(options?: RequestOptions): Promise<ProductConfiguration[]> {
    return this.#call('getConfigurations', {}, options)
  }
}

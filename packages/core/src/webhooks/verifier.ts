import type { RawBody, WebhookHeaderSource } from './input.js'
import type { VerifyOptions } from './options.js'
import { type VerifiedWebhook, verifyWebhook } from './verify.js'

/** Verification with the client's own key. For a whole webhook route, see `createWebhookReceiver`. */
export class Webhooks {
  readonly #apiKey: () => Promise<string>

  constructor(apiKey: () => Promise<string>) {
    this.#apiKey = apiKey
  }

  /**
   * Verifies a delivery with the merchant key.
   *
   * @param rawBody the bytes as they came; a parsed body cannot be verified
   * @throws ScalapayWebhookError whose `reason` and `hint` say what is wrong
   * @throws ScalapayConfigError when the client has no merchant key
   */
  async verify(
    rawBody: RawBody | null | undefined,
    headers: WebhookHeaderSource,
    options: Omit<VerifyOptions, 'apiKeys'> = {},
  ): Promise<VerifiedWebhook> {
    return verifyWebhook({ rawBody, headers }, { ...options, apiKeys: await this.#apiKey() })
  }
}

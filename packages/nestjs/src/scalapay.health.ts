import { Inject, Injectable } from '@nestjs/common'
import { ModuleRef } from '@nestjs/core'
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus'
import { isScalapayError, type Scalapay } from '@scalapay-kit/core'
import { getScalapayToken } from './scalapay.tokens.js'

/** Which account is asked, and how long to wait. */
export interface ScalapayHealthOptions {
  /**
   * The `name` of the account.
   * @default 'default'
   */
  name?: string | undefined
  /**
   * Milliseconds that the answer may take.
   * @default 3_000
   */
  timeoutMs?: number | undefined
}

const DEFAULT_TIMEOUT_MS = 3_000

/**
 * Tells `@nestjs/terminus` whether Scalapay answers and takes the merchant key, by reading the contract's configuration:
 * one request, without repetition. Use it for a page that people look at; an application that is restarted whenever
 * Scalapay is down helps nobody.
 *
 * @example this.health.check([() => this.scalapay.isHealthy('scalapay')])
 */
@Injectable()
export class ScalapayHealthIndicator {
  readonly #health: HealthIndicatorService
  readonly #modules: ModuleRef

  constructor(
    @Inject(HealthIndicatorService) health: HealthIndicatorService,
    @Inject(ModuleRef) modules: ModuleRef,
  ) {
    this.#health = health
    this.#modules = modules
  }

  /**
   * @param key the name under which the answer is listed
   * @returns `down` with the class of the error, and no more about it: health pages are often public
   */
  async isHealthy<Key extends string>(
    key: Key,
    { name, timeoutMs = DEFAULT_TIMEOUT_MS }: ScalapayHealthOptions = {},
  ): Promise<HealthIndicatorResult<Key>> {
    const indicator = this.#health.check(key)
    const client = this.#modules.get<Scalapay>(getScalapayToken(name), { strict: false })
    try {
      await client.configurations.get({ timeoutMs, deadlineMs: timeoutMs, maxAttempts: 1 })
      return indicator.up()
    } catch (error) {
      if (!isScalapayError(error)) throw error
      return indicator.down({ error: error.name })
    }
  }
}

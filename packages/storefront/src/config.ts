import type { Environment, ScalapayOptions } from '@scalapay-kit/core'

const ENVIRONMENTS: readonly Environment[] = ['production', 'sandbox', 'emulator']

/** What a shop reads from environment variables. */
export interface ShopConfig {
  readonly scalapay: ScalapayOptions & { readonly apiKey: string }
  /** Where shoppers reach the shop, if not where it listens. */
  readonly publicUrl: string | undefined
  /** 0 for a free one. */
  readonly port: number
}

/** The environment variables cannot be used; the message lists every problem. */
export class ShopConfigError extends Error {
  override readonly name = 'ShopConfigError'

  constructor(problems: readonly string[]) {
    super(`The shop cannot start:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
  }
}

/**
 * Reads what the shop needs from environment variables.
 *
 * @throws ShopConfigError that lists everything wrong at once
 */
export function readShopConfig(env: Readonly<Record<string, string | undefined>>): ShopConfig {
  const problems: string[] = []
  const apiKey = env.SCALAPAY_API_KEY
  if (apiKey === undefined || apiKey === '') {
    problems.push("SCALAPAY_API_KEY: missing. Set it to your merchant key, or to the emulator's.")
  }
  const environment = ENVIRONMENTS.find((known) => known === env.SCALAPAY_ENVIRONMENT)
  if (environment === undefined) {
    problems.push(`SCALAPAY_ENVIRONMENT: set it to one of ${ENVIRONMENTS.join(', ')}.`)
  }
  const port = Number(env.PORT ?? '3000')
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push('PORT: set it to a number from 0 to 65535; 0 takes a free port.')
  }
  const publicUrl = env.SHOP_URL
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) {
    problems.push(
      'SHOP_URL: set it to the absolute address of the shop, such as https://shop.example.',
    )
  }
  if (apiKey === undefined || environment === undefined || problems.length > 0) {
    throw new ShopConfigError(problems)
  }
  return {
    scalapay: { apiKey, environment, baseUrl: env.SCALAPAY_BASE_URL },
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    port,
  }
}

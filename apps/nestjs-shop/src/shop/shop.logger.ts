import { Injectable, Logger } from '@nestjs/common'
import type { ShopLog } from 'storefront'

/** Writes the lines of the storefront to Nest's logger, as text. */
@Injectable()
export class ShopLogger implements ShopLog {
  readonly #nest = new Logger('Shop')

  info(fields: object, message: string): void {
    this.#nest.log(line(fields, message))
  }

  warn(fields: object, message: string): void {
    this.#nest.warn(line(fields, message))
  }

  error({ err, ...fields }: { err?: unknown; [field: string]: unknown }, message: string): void {
    this.#nest.error(line(fields, message), err instanceof Error ? err.stack : undefined)
  }
}

function line(fields: object, message: string): string {
  return [message, ...Object.entries(fields).map((field) => field.join('='))].join(' ')
}

import type { LoggerService } from '@nestjs/common'
import type { Logger } from '@scalapay-kit/core'

/**
 * Writes the core's lines to a logger of Nest. As text: loggers of Nest take objects in different ways, and the default
 * one prints them over many lines.
 */
export function toNestLogger(nest: LoggerService): Logger {
  return {
    debug: (fields, message) => nest.debug?.(line(fields, message)),
    info: (fields, message) => nest.log(line(fields, message)),
    warn: (fields, message) => nest.warn(line(fields, message)),
    error: (fields: { err?: unknown }, message) =>
      nest.error(line(fields, message), fields.err instanceof Error ? fields.err.stack : undefined),
  }
}

function line(fields: object, message: string): string {
  const words = Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`)
  return [message, ...words].join(' ')
}

import { inspect } from 'node:util'
import type { Logger } from '../../src/index.js'

const PIECE_LENGTH = 8

/** Names every way of printing a value that shows eight or more characters of a key in a row. */
export function leaksOf(value: unknown, key: string): string[] {
  const pieces = Array.from({ length: key.length - PIECE_LENGTH + 1 }, (_, start) =>
    key.slice(start, start + PIECE_LENGTH),
  )
  return Object.entries(waysOfPrinting(value))
    .filter(([, print]) => pieces.some((piece) => attempt(print).includes(piece)))
    .map(([way]) => way)
}

function waysOfPrinting(value: unknown): Record<string, () => string> {
  const ways: Record<string, () => string> = {
    String: () => String(value),
    inspect: () => inspectFully(value),
    'inspect with getters': () => inspect(value, { ...FULLY, getters: true }),
    'JSON.stringify': () => JSON.stringify(value),
    structuredClone: () => inspectFully(structuredClone(value)),
    'Object.entries': () => inspectFully(Object.entries(value ?? {})),
    'own properties': () => inspectFully(Object.getOwnPropertyDescriptors(value ?? {})),
  }
  for (
    let error = value, depth = 0;
    error instanceof Error && depth < 20;
    error = error.cause, depth += 1
  ) {
    const { stack, message, name } = error
    ways[`the stack at depth ${depth}`] = () => `${stack}`
    ways[`the message at depth ${depth}`] = () => `${name} ${message}`
  }
  return ways
}

const FULLY = {
  depth: Number.POSITIVE_INFINITY,
  showHidden: true,
  maxArrayLength: null,
  maxStringLength: null,
}

function inspectFully(value: unknown): string {
  return inspect(value, FULLY)
}

/** Functions and sockets cannot be cloned, nor cycles made into JSON: nothing is printed that way then. */
function attempt(print: () => string): string {
  try {
    return print() ?? ''
  } catch {
    return ''
  }
}

/** A logger that keeps everything that it is given. */
export function capturingLogger(): { logger: Logger; lines: unknown[] } {
  const lines: unknown[] = []
  const keep = (fields: object, message: string) => {
    lines.push([fields, message])
  }
  return { logger: { debug: keep, info: keep, warn: keep, error: keep }, lines }
}

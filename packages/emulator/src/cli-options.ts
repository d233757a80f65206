import { parseArgs } from 'node:util'
import type { EmulatorOptions } from './options.js'

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'start'; readonly options: EmulatorOptions }

/** A command line that makes no sense; the message is one line and shows no value, which may be a key. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError' as const
}

/** The text of `--help`. */
export const HELP = `Usage: scalapay-emulator [options]

A local stand-in for the Scalapay API and its hosted checkout. Unofficial; no real payment is made.

  --port <number>        port to listen on, 0 for a free one (default 8484)
  --host <address>       address to listen on (default 127.0.0.1)
  --https                listen with a new certificate and print its CA
  --merchant-key <key>   accept this merchant key; repeatable (default: the public test key)
  --device-key <key>     accept this device key; repeatable (default: the public test key)
  --webhook-url <url>    send signed events to this address; repeatable: one for each merchant key
  --seed <number>        make tokens, ids and random faults repeatable
  --clock real|manual    real time, or time that moves only on command (default real)
  --help                 show this text
  --version              show the version
`

const DEFAULT_PORT = 8484

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        https: { type: 'boolean' },
        'merchant-key': { type: 'string', multiple: true },
        'device-key': { type: 'string', multiple: true },
        'webhook-url': { type: 'string', multiple: true },
        seed: { type: 'string' },
        clock: { type: 'string' },
        help: { type: 'boolean' },
        version: { type: 'boolean' },
      },
    })
  } catch (error) {
    // Only the first sentence: the rest is advice about dashes over several lines.
    const message = error instanceof Error ? error.message.split(/[.\n]/)[0] : 'Bad options'
    throw new CommandLineError(`${message}; --help lists the options`)
  }
}

function wholeNumber(name: string, text: string): number {
  if (!/^-?\d+$/.test(text)) throw new CommandLineError(`--${name} must be a whole number`)
  return Number(text)
}

function clockMode(text: string): 'real' | 'manual' {
  if (text === 'real' || text === 'manual') return text
  throw new CommandLineError('--clock must be real or manual')
}

/** One address is for all merchants. */
function webhookUrl(urls: readonly string[]): string | readonly string[] {
  const [first] = urls
  return first !== undefined && urls.length === 1 ? first : urls
}

/**
 * Reads the command line.
 *
 * @throws CommandLineError
 */
export function readCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parse(args)
  if (values.help === true) return { kind: 'help' }
  if (values.version === true) return { kind: 'version' }
  if (positionals.length > 0) {
    throw new CommandLineError('Every value needs an option before it; --help lists the options')
  }
  const { host, seed, clock } = values
  return {
    kind: 'start',
    options: {
      port: values.port === undefined ? DEFAULT_PORT : wholeNumber('port', values.port),
      ...(host === undefined ? {} : { host }),
      ...(values.https === true ? { https: true } : {}),
      ...(values['merchant-key'] === undefined ? {} : { merchantKeys: values['merchant-key'] }),
      ...(values['device-key'] === undefined ? {} : { deviceKeys: values['device-key'] }),
      ...(values['webhook-url'] === undefined
        ? {}
        : { webhookUrl: webhookUrl(values['webhook-url']) }),
      ...(seed === undefined ? {} : { seed: wholeNumber('seed', seed) }),
      ...(clock === undefined ? {} : { clock: clockMode(clock) }),
    },
  }
}

import { parseArgs } from 'node:util'
import { isShopName, SHOP_NAMES, type ShopName } from './shops.js'

export const HELP = `Starts the emulator and a shop on free ports, buys something, and keeps the shop open for your browser.

Usage: npm run demo -- [shop] [options]

  shop            ${SHOP_NAMES.join(' or ')} (default: ${SHOP_NAMES[0]})
  --once          end after the purchase: exit 0 if the ledger is exactly right, else 1 with the difference
  --lose-capture  make the emulator answer the capture without taking the money, so that the ledger is wrong
  --help          show this text
`

export interface Arguments {
  readonly shop: ShopName
  readonly once: boolean
  readonly loseCapture: boolean
  readonly help: boolean
}

/** The command line cannot be understood; the message is one line that says what to write instead. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** @throws UsageError */
export function readArguments(args: readonly string[]): Arguments {
  const { tokens } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  let shop: ShopName = SHOP_NAMES[0]
  const flags = new Set<string>()
  for (const token of tokens) {
    if (token.kind === 'positional') shop = requireShop(token.value)
    if (token.kind === 'option') flags.add(requireFlag(token.rawName, token.value))
  }
  return {
    shop,
    once: flags.has('--once'),
    loseCapture: flags.has('--lose-capture'),
    help: flags.has('--help'),
  }
}

function requireShop(name: string): ShopName {
  if (isShopName(name)) return name
  throw new UsageError(`There is no shop '${name}'. Choose one of: ${SHOP_NAMES.join(', ')}.`)
}

function requireFlag(name: string, value: string | undefined): string {
  if (!['--once', '--lose-capture', '--help'].includes(name)) {
    throw new UsageError(`There is no option '${name}'. See --help.`)
  }
  if (value !== undefined) throw new UsageError(`The option ${name} takes no value. See --help.`)
  return name
}

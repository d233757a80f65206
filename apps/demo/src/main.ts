import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import { type Arguments, HELP, readArguments, UsageError } from './args.js'
import { purchase } from './purchase.js'
import { startShop } from './shops.js'
import { Transcript } from './transcript.js'

const write = (text: string): void => void process.stdout.write(text)

/** Resolves when the user has had enough. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve())
  })
}

async function run({ shop: name, once, loseCapture }: Arguments): Promise<void> {
  const end = interrupted()
  await using emulator: Emulator = await startEmulator({ port: 0, seed: 1 })
  const shop = await startShop(name, emulator)
  try {
    if (loseCapture) {
      await emulator.control.faults.add({
        match: { operation: 'capturePayment' },
        effect: { lose: true },
      })
    }
    const transcript = new Transcript(write)
    transcript.line(`Emulator  ${emulator.url}`)
    transcript.line(`Shop      ${shop.url}`)
    const isRight = await purchase(emulator, shop, transcript)
    if (once) {
      process.exitCode = isRight ? 0 : 1
      return
    }
    transcript.line()
    transcript.line(`Now you: open ${shop.url} in a browser. Ctrl-C ends both.`)
    await end
  } finally {
    await shop.close()
  }
}

async function main(): Promise<void> {
  const args = readArguments(process.argv.slice(2))
  if (args.help) write(HELP)
  else await run(args)
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof UsageError ? `${error.message}\n` : `${String(error)}\n`)
  process.exitCode = 1
})

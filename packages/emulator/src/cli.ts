import { readFileSync } from 'node:fs'
import { CommandLineError, HELP, readCommandLine } from './cli-options.js'
import { EmulatorOptionsError } from './options.js'
import { startEmulator } from './server.js'

function version(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  )
  const known = typeof manifest === 'object' && manifest !== null && 'version' in manifest
  return known ? String(manifest.version) : 'unknown'
}

async function main(args: readonly string[]): Promise<void> {
  const command = readCommandLine(args)
  if (command.kind === 'help') {
    process.stdout.write(HELP)
    return
  }
  if (command.kind === 'version') {
    process.stdout.write(`${version()}\n`)
    return
  }
  const emulator = await startEmulator(command.options)
  // The first line is a contract: scripts wait for it.
  process.stdout.write(`scalapay-emulator listening on ${emulator.url}\n`)
  process.stdout.write(
    `seed ${emulator.seed}; orders at ${emulator.url}/, control at ${emulator.url}/_emulator\n`,
  )
  if (emulator.ca !== undefined) {
    process.stdout.write(
      `clients have to trust this CA, which is also at ${emulator.url}/_emulator/ca.pem\n${emulator.ca}\n`,
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void emulator.close())
  }
}

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof CommandLineError || error instanceof EmulatorOptionsError)) throw error
  process.stderr.write(`scalapay-emulator: ${error.message}\n`)
  process.exitCode = 1
}

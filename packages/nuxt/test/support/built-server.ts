import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { type Emulator, startEmulator } from '@scalapay-kit/emulator'
import { onTestFinished } from 'vitest'
import { fixture } from './fixtures.js'

/** The built shop, as a process of its own. */
export interface BuiltServer {
  url: string
  process: ChildProcess
  /** All that was printed so far. */
  printed: () => string
}

/** Runs the built server until it ends, for one that cannot start. */
export async function runToEnd(
  env: Record<string, string>,
): Promise<{ code: unknown; printed: string }> {
  const { child, printed } = spawnServer(env)
  const [code]: unknown[] = await once(child, 'close')
  return { code, printed: printed() }
}

/** Starts the built server, for the time of a test. */
export async function startBuilt(env: Record<string, string>): Promise<BuiltServer> {
  const port = await freePort()
  const { child, printed } = spawnServer({ PORT: String(port), ...env })
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (printed().includes('Listening')) resolve()
    })
    child.on('close', () => reject(new Error(`The server ended: ${printed()}`)))
  })
  return { url: `http://127.0.0.1:${port}`, process: child, printed }
}

/** Starts an emulator for the time of a test or of a file. */
export async function emulatorWith(merchantKey?: string): Promise<Emulator> {
  return startEmulator({ seed: 1, ...(merchantKey && { merchantKeys: [merchantKey] }) })
}

/** The settings that lead a shop to an emulator. */
export function settingsFor({ url, merchantKey }: Emulator): Record<string, string> {
  return {
    NUXT_SCALAPAY_API_KEY: merchantKey,
    NUXT_SCALAPAY_ENVIRONMENT: 'emulator',
    NUXT_SCALAPAY_BASE_URL: url,
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address !== null ? address.port : 0
}

function spawnServer(env: Record<string, string>) {
  const child = spawn(process.execPath, [`${fixture('shop')}/.output/server/index.mjs`], {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', NODE_ENV: 'production', ...env },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString()
    })
  }
  return { child, printed: () => text }
}

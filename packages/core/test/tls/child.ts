import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** How the child process is started. */
export interface ChildOptions {
  /** Flags of Node. */
  flags?: readonly string[]
  env?: Readonly<Record<string, string>>
  /** A private authority that both requests of the child trust. */
  ca?: string
}

/** What the child saw: a bare `https.request`, and the same URL through the built client. */
export interface ChildReport {
  bare: { status: number; protocol: string } | { code: string }
  client: { token: string } | { name: string; message: string; outcome: string; attempts: number }
}

const SCRIPT = fileURLToPath(new URL('child.mjs', import.meta.url))

/** Asks a server twice from a process of its own. */
export async function runChild(url: string, options: ChildOptions = {}): Promise<ChildReport> {
  const { flags = [], env = {}, ca = '' } = options
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, SCRIPT, url, ca], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
  })
  return JSON.parse(stdout) as ChildReport
}

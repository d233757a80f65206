import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const BIN = fileURLToPath(new URL('../../bin/scalapay-emulator.js', import.meta.url))

/** An emulator in a process of its own. */
export interface EmulatorProcess {
  readonly child: ChildProcess
  readonly url: string
}

/** Starts the command and waits for its first line. */
export function startProcess(...args: string[]): Promise<EmulatorProcess> {
  return startProcessWith({}, ...args)
}

/** The same, with variables in its environment besides those of the tests. */
export async function startProcessWith(
  variables: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<EmulatorProcess> {
  const child = spawn(process.execPath, [BIN, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...variables },
  })
  const [line] = await once(createInterface(child.stdout), 'line')
  const url = /^scalapay-emulator listening on (https?:\/\/127\.0\.0\.1:\d+)$/.exec(
    String(line),
  )?.[1]
  if (url === undefined) throw new Error(`The first line is ${String(line)}`)
  return { child, url }
}

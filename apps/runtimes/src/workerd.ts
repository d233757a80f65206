import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { bundleWorker } from './bundle.js'
import type { Results } from './run.mjs'
import type { Settings } from './world.mjs'

/** No compatibility flag: nothing of Node is there. Requests may go to this machine, where the emulator is. */
const CONFIG = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = (
      modules = [(name = "worker.mjs", esModule = embed "worker.mjs")],
      compatibilityDate = "2026-11-01",
    )),
    (name = "internet", network = (allow = ["private"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`

/** Serves the cases as a worker and asks it to run them. */
export async function runInWorkerd(
  binary: string,
  folder: string,
  settings: Settings,
): Promise<Results> {
  await writeFile(path.join(folder, 'worker.mjs'), await bundleWorker(folder))
  await writeFile(path.join(folder, 'config.capnp'), CONFIG)
  const args = ['serve', path.join(folder, 'config.capnp'), '--control-fd=3']
  const workerd = spawn(binary, args, { stdio: ['ignore', 'inherit', 'inherit', 'pipe'] })
  try {
    const port = await listeningPort(workerd.stdio[3] as NodeJS.ReadableStream)
    const init = { method: 'POST', body: JSON.stringify(settings) }
    const response = await fetch(`http://127.0.0.1:${port}`, init)
    return (await response.json()) as Results
  } finally {
    workerd.kill()
    if (workerd.exitCode === null) await once(workerd, 'exit')
  }
}

/** @throws Error when it ends before it listens */
async function listeningPort(control: NodeJS.ReadableStream): Promise<number> {
  for await (const line of createInterface({ input: control })) {
    const message: { event?: string; port?: number } = JSON.parse(line)
    if (message.event === 'listen' && message.port !== undefined) return message.port
  }
  throw new Error('workerd ended before it listened; see its message above.')
}

import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { findBinary } from './binaries.js'
import type { Results } from './run.mjs'
import { runInWorkerd } from './workerd.js'
import type { Settings } from './world.mjs'

/** A runtime that the cases run on. */
export interface Runtime {
  readonly name: string
  /** What it says about a refused connection: whether its `fetch` tells that nothing was sent. */
  readonly refused: Settings['refused']
  /** Its program; `undefined` where it is not installed. */
  readonly binary: string | undefined
  /** Runs the cases of the suite that is installed in the folder. */
  readonly run: (binary: string, folder: string, settings: Settings) => Promise<Results>
}

const run = promisify(execFile)
const LONGEST_RUN_MS = 60_000

/** Runs the cases with a program that takes a script and its arguments. */
function script(...flags: string[]): Runtime['run'] {
  return async (binary, folder, settings) => {
    const args = [...flags, path.join('src', 'main.mjs'), JSON.stringify(settings)]
    const { stdout } = await run(binary, args, { cwd: folder, timeout: LONGEST_RUN_MS })
    return JSON.parse(stdout)
  }
}

/** Every runtime that the core is for. */
export const runtimes: readonly Runtime[] = [
  {
    name: `Node ${process.versions.node}, which runs the tests`,
    refused: 'not-sent',
    binary: process.execPath,
    run: script(),
  },
  {
    name: 'Node 22',
    refused: 'not-sent',
    binary: findBinary('node-22/bin/node'),
    run: script(),
  },
  {
    name: 'Node 24',
    refused: 'not-sent',
    binary: findBinary('node-24/bin/node'),
    run: script(),
  },
  {
    name: 'Bun',
    refused: 'not-sent',
    binary: findBinary('@oven/bun-linux-x64-baseline/bin/bun'),
    run: script(),
  },
  {
    name: 'Deno',
    refused: 'unknown',
    binary: findBinary('@deno/linux-x64-glibc/deno'),
    run: script('run', '--no-remote', '--node-modules-dir=manual', '--allow-net=127.0.0.1'),
  },
  {
    name: 'workerd',
    refused: 'unknown',
    binary: findBinary('@cloudflare/workerd-linux-64/bin/workerd'),
    run: runInWorkerd,
  },
]

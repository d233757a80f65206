import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A Nuxt application under development, with the emulator that its module started. */
export interface NuxtUnderDevelopment extends AsyncDisposable {
  readonly url: string
  readonly emulatorUrl: string
}

const nuxt = join(
  dirname(createRequire(import.meta.url).resolve('nuxt/package.json')),
  'bin/nuxt.mjs',
)

/** Starts `nuxt dev` in a folder of fixtures, without a key. */
export async function startNuxtDev(fixture: string): Promise<NuxtUnderDevelopment> {
  const folder = fileURLToPath(new URL(`../test/fixtures/${fixture}`, import.meta.url))
  const { PATH, HOME, TMPDIR } = process.env
  const child = spawn(
    process.execPath,
    [nuxt, 'dev', folder, '--no-fork', '--port', '0', '--host', '127.0.0.1'],
    { env: { PATH, HOME, TMPDIR, NODE_ENV: 'development' } },
  )
  const ended = once(child, 'close')
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        printed += chunk.toString()
        if (/Nitro.*built/i.test(printed)) resolve()
      })
    }
    void ended.then(() => reject(new Error(`nuxt dev ended: ${printed}`)))
  })
  return {
    url: urlIn(printed, /Local: +(http:\S+)/),
    emulatorUrl: urlIn(printed, /go to the emulator: (http:\S+)\. /),
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

function urlIn(printed: string, pattern: RegExp): string {
  const url = pattern.exec(printed)?.[1]
  if (url === undefined) throw new Error(`nuxt dev did not say where it is: ${printed}`)
  return url.replace(/\/$/, '')
}

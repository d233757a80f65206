import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { resolve } = createRequire(import.meta.url)

/** The command `nuxt`. */
export const nuxt = join(dirname(resolve('nuxt/package.json')), 'bin/nuxt.mjs')

/** The compiler's command. */
export const tsc = resolve('typescript/bin/tsc')

/** The folder of a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
}

import { fileURLToPath } from 'node:url'

/** The command `nuxt`. */
export const nuxt = fileURLToPath(import.meta.resolve('nuxt/package.json')).replace(
  /package\.json$/,
  'bin/nuxt.mjs',
)

/** The folder of a fixture. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
}

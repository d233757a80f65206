import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { installPacked } from '../../../tooling/test/install-packed.mjs'

/** A folder outside of the workspace with the suite in it, and the core as it is published. */
export interface Installation extends AsyncDisposable {
  folder: string
}

const suite = fileURLToPath(new URL('.', import.meta.url))

/**
 * Installs the suite as a user would have it. Within the workspace a runtime may take another way than a user's: Bun
 * follows the `paths` of a `tsconfig.json`.
 */
export async function install(): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scalapay-runtimes-'))
  await writeFile(path.join(folder, 'package.json'), '{ "type": "module" }')
  await installPacked(folder, 'core')
  const filter = (file: string) => !file.endsWith('.ts')
  await cp(suite, path.join(folder, 'src'), { recursive: true, filter })
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

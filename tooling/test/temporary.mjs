// @ts-check
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The repository that these tests are part of. */
export const root = path.resolve(import.meta.dirname, '..', '..')

/**
 * A new folder with these files in it.
 *
 * @param {Readonly<Record<string, string>>} files text by relative path
 * @returns {{ folder: string, remove: () => void }}
 */
export function temporaryTree(files) {
  const folder = mkdtempSync(path.join(tmpdir(), 'scalapay-kit-'))
  for (const [file, text] of Object.entries(files)) {
    const absolute = path.join(folder, file)
    mkdirSync(path.dirname(absolute), { recursive: true })
    writeFileSync(absolute, text)
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

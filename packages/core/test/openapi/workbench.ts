import { execFile } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

export const root = fileURLToPath(new URL('../../../..', import.meta.url))

export const yaml = 'packages/core/openapi/scalapay.yaml'
export const documentFile = 'packages/emulator/src/generated/document.ts'
export const generated = [
  'packages/core/src/generated/api.ts',
  'packages/core/src/generated/operations.ts',
  documentFile,
]

/** A copy of the description and of the generated files, in which a test may break things. */
export class Workbench {
  private constructor(readonly folder: string) {}

  static async open(): Promise<Workbench> {
    const folder = await mkdtemp(join(tmpdir(), 'scalapay-generate-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    for (const file of [yaml, ...generated]) await cp(join(root, file), join(folder, file))
    return new Workbench(folder)
  }

  generate(...options: string[]): Promise<{ code: number; stderr: string }> {
    const script = join(root, 'tooling/generate/run.mjs')
    return new Promise((done) => {
      execFile(
        process.execPath,
        [script, '--root', this.folder, ...options],
        (error, _stdout, stderr) => {
          done({ code: typeof error?.code === 'number' ? error.code : 0, stderr })
        },
      )
    })
  }

  async edit(file: string, change: (text: string) => string): Promise<void> {
    await writeFile(join(this.folder, file), change(await this.read(file)))
  }

  read(file: string): Promise<string> {
    return readFile(join(this.folder, file), 'utf8')
  }

  remove(file: string): Promise<void> {
    return rm(join(this.folder, file))
  }
}

export function readCommitted(file: string): Promise<string> {
  return readFile(join(root, file), 'utf8')
}

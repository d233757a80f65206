// @ts-check
/**
 * `pnpm layers`: who may import whom, how long a file may be, and what a library must not touch.
 * Checks the workspace in the current folder; exits 1 with one paragraph per violation.
 */
import { handWrittenFiles, workspaceFolders } from '../files.mjs'
import { importProblems } from './imports.mjs'
import { sourceProblems } from './source-rules.mjs'

const root = process.cwd()
const folders = workspaceFolders(root)
const inPackages = folders.flatMap((folder) => handWrittenFiles(root, folder))
const elsewhere = ['tooling', 'docs', 'bench'].flatMap((folder) => handWrittenFiles(root, folder))
const files = [...inPackages, ...elsewhere]
const problems = [
  ...sourceProblems(root, files),
  ...(await importProblems(root, folders, inPackages)),
]

for (const { where, rule, message } of problems) {
  process.stderr.write(`✗ ${where}\n  ${rule}: ${message}\n`)
}
if (problems.length === 0) process.stdout.write(`Layers hold in ${files.length} files.\n`)
else process.exitCode = 1

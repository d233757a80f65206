// @ts-check
/**
 * Compares every package's public names and types with the reports in `packages/*\/api`, and fails when they differ.
 * With `--write` the reports are written again: only for a package that a changeset names, so that no user meets a
 * changed name unannounced.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { packagesWithChangeset } from './changesets.mjs'
import { publishedEntries } from './entries.mjs'
import { extractReport } from './extract.mjs'

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    root: { type: 'string', default: path.resolve(import.meta.dirname, '..', '..') },
  },
})
const { root, write: isWriting } = values
const scratch = mkdtempSync(path.join(tmpdir(), 'scalapay-kit-api-'))
const announced = packagesWithChangeset(root)
/** @type {string[]} */
const problems = []

try {
  for (const entry of publishedEntries(root)) {
    const file = path.join(root, entry.report)
    const report = extractReport(root, entry, scratch)
    if (existsSync(file) && readFileSync(file, 'utf8') === report) continue
    if (!isWriting) {
      problems.push(`${entry.report} is not what ${entry.packageName} publishes now.`)
    } else if (!announced.has(entry.packageName)) {
      problems.push(`${entry.report} has changed and no changeset names ${entry.packageName}.`)
    } else {
      mkdirSync(path.dirname(file), { recursive: true })
      writeFileSync(file, report)
      process.stdout.write(`wrote ${entry.report}\n`)
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

for (const problem of problems) process.stderr.write(`✗ ${problem}\n`)
if (problems.length > 0) {
  process.stderr.write(
    'Public names or types have changed. Describe the change for those who upgrade with `pnpm changeset`, run `pnpm build && pnpm api-report --write`, and commit both.\n',
  )
  process.exitCode = 1
}

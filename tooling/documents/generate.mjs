// @ts-check
// Writes the tables of docs/errors.md between their marks, or with --check says that they are stale.
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { errorTables } from './error-tables.mjs'

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })
const root = path.resolve(import.meta.dirname, '../..')
const document = 'docs/errors.md'

const found = await readFile(path.join(root, document), 'utf8')
let text = found
for (const [name, table] of Object.entries(await errorTables(root))) {
  const section = new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`)
  if (!section.test(text))
    throw new Error(`${document} has no <!-- generated: ${name} --> … <!-- end -->.`)
  text = text.replace(section, (_, start, end) => `${start}${table}\n${end}`)
}

if (text === found) {
  process.exitCode = 0
} else if (values.check) {
  process.stderr.write(
    `${document} differs from the code. Run \`pnpm generate\` and commit the result.\n`,
  )
  process.exitCode = 1
} else {
  await writeFile(path.join(root, document), text)
}

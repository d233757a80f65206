// @ts-check
// Writes the generated files, or with --check says which of them is stale. `--root` works on another copy of the tree.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { listOperations, readDescription } from './description.mjs'
import { generateDocument } from './document.mjs'
import { generateOperations } from './operations.mjs'
import { generateTypes } from './types.mjs'

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    root: { type: 'string', default: fileURLToPath(new URL('../..', import.meta.url)) },
  },
})

const description = await readDescription(join(values.root, 'packages/core/openapi/scalapay.yaml'))
const operations = listOperations(description)
const files = {
  'packages/core/src/generated/api.ts': await generateTypes(description),
  'packages/core/src/generated/operations.ts': generateOperations(operations),
  'packages/emulator/src/generated/document.ts': generateDocument(description, operations),
}

for (const [file, content] of Object.entries(files)) {
  if (values.check) await check(file, content)
  else await write(file, content)
}

/**
 * @param {string} file
 * @param {string} content
 */
async function check(file, content) {
  const found = await readFile(join(values.root, file), 'utf8').catch(() => undefined)
  if (found === content) return
  const state =
    found === undefined ? 'is missing' : 'differs from packages/core/openapi/scalapay.yaml'
  process.stderr.write(`${file} ${state}. Run \`pnpm generate\` and commit the result.\n`)
  process.exitCode = 1
}

/**
 * @param {string} file
 * @param {string} content
 */
async function write(file, content) {
  const path = join(values.root, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

// @ts-check
/**
 * `pnpm release:version`: turns the changesets into versions and changelogs, and brings along what repeats a version.
 * With `--snapshot TAG`, versions such as 0.0.0-next-20261123 that are published and never committed.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { command } from './command.mjs'

const root = path.resolve(import.meta.dirname, '..', '..')
const run = (/** @type {readonly string[]} */ args) =>
  command('pnpm', args, { cwd: root, show: true })

await run(['exec', 'changeset', 'version', ...process.argv.slice(2)])

const manifest = JSON.parse(readFileSync(path.join(root, 'packages/core/package.json'), 'utf8'))
const file = path.join(root, 'packages/core/src/version.ts')
const source = readFileSync(file, 'utf8')
writeFileSync(file, source.replace(/= '[^']*'/, `= '${manifest.version}'`))

await run(['exec', 'biome', 'format', '--write', 'packages', '.changeset'])
await run(['install', '--lockfile-only'])

// @ts-check
/**
 * `pnpm release:publish`: builds, and publishes each package whose version is not on the registry yet. Arguments go to
 * `changeset publish`, such as `--tag next`.
 */
import path from 'node:path'
import { command } from './command.mjs'

const root = path.resolve(import.meta.dirname, '..', '..')
const run = (/** @type {readonly string[]} */ args) =>
  command('pnpm', args, { cwd: root, show: true })

// What is published is what the checks saw: they run on this very build.
await run(['build'])
await run(['run', 'api-report'])
await run(['exec', 'turbo', 'run', 'package-check'])
await run(['exec', 'changeset', 'publish', ...process.argv.slice(2)])

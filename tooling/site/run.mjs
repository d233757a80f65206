// @ts-check
/** `pnpm docs:build` and `pnpm docs:dev`: the site of the documentation, in tooling/site/dist or on a local port. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'

const [mode = 'build', ...rest] = process.argv.slice(2)
const root = path.resolve(import.meta.dirname, '../..')

/** @param {string[]} args */
function pnpm(args) {
  const shell = process.platform === 'win32'
  const { status } = spawnSync('pnpm', args, { cwd: import.meta.dirname, stdio: 'inherit', shell })
  if (status !== 0) process.exit(status ?? 1)
}

pnpm(['install', '--frozen-lockfile'])
const { writeReference } = await import('./reference.mjs')
await writeReference(root)
pnpm(['exec', 'vitepress', mode, ...rest])

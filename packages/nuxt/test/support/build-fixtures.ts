import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fixture, nuxt } from './fixtures.js'

const run = promisify(execFile)

/** Builds each fixture once for all tests. */
export async function setup(): Promise<void> {
  await Promise.all(
    ['shop', 'workers'].map((name) =>
      // A build must not need, and cannot hold, what only the running server is told.
      run(process.execPath, [nuxt, 'build', fixture(name)], { env: buildEnvironment() }),
    ),
  )
}

function buildEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR } = process.env
  return { PATH, HOME, TMPDIR, NODE_ENV: 'production' }
}

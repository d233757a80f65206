import { execFile, spawnSync } from 'node:child_process'

/** What curl has printed, with the HTTP status. */
export interface CurlAnswer {
  readonly status: number
  readonly body: string
}

/**
 * Whether there is a curl to test with. In CI its absence is a failure; on a user's machine the tests that need it are
 * skipped, and say so.
 *
 * @throws Error when `REQUIRE_CURL` is set and there is none
 */
export function hasCurl(): boolean {
  if (spawnSync('curl', ['--version']).error === undefined) return true
  if (process.env.REQUIRE_CURL === '1') throw new Error('There is no curl on the PATH: install it.')
  process.stderr.write('\n!!! TESTS OF THE DOCUMENTED COMMANDS SKIPPED: no curl on the PATH.\n\n')
  return false
}

/**
 * Runs a documented command as a shell would, without one: words are separated by spaces, quotes hold them together.
 *
 * @param folder where files go that the command writes
 * @throws Error when curl fails.
 */
export function runCurl(command: string, folder: string): Promise<CurlAnswer> {
  const [program = '', ...args] = (command.match(/'[^']*'|"[^"]*"|\S+/g) ?? []).map((word) =>
    word.replace(/^(['"])(.*)\1$/, '$2'),
  )
  if (program !== 'curl') throw new Error(`Not a curl command: ${command}`)
  // A stream never ends; what has come until then is the answer.
  const options = ['-sS', '--max-time', args.includes('-N') ? '1' : '20', '-w', '\n%{http_code}']
  return new Promise((resolve, reject) => {
    execFile('curl', [...options, ...args], { cwd: folder }, (error, stdout) => {
      const end = stdout.lastIndexOf('\n')
      if (error !== null && !args.includes('-N')) reject(error)
      else resolve({ status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) })
    })
  })
}

import { execFile } from 'node:child_process'

/** What curl has printed, with the HTTP status. */
export interface CurlAnswer {
  readonly status: number
  readonly body: string
}

/**
 * Runs a documented command as a shell would, without one: words are separated by spaces, quotes hold them together.
 *
 * @param folder - where files go that the command writes.
 * @throws Error when curl fails, or is not installed.
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
      const isMissing = error !== null && 'code' in error && error.code === 'ENOENT'
      if (isMissing) reject(new Error('This test needs curl on the PATH: install it'))
      else if (error !== null && !args.includes('-N')) reject(error)
      else resolve({ status: Number(stdout.slice(end + 1)), body: stdout.slice(0, end) })
    })
  })
}

// @ts-check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { withoutEchoes } from '../bootstrap/signals.cjs'
import { root, temporaryTree } from './temporary.mjs'

const run = JSON.stringify(path.join(root, 'tooling/bootstrap/run.cjs'))

/** @param {string} file */
const nodeRuns = (file) =>
  `require('node:child_process').spawnSync(process.execPath, ['${file}'], { stdio: 'inherit' })`

/** Says when it is ready, ends in its own way when told to, and by itself if a test forgets it. */
const server = `
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      process.stdout.write(' ' + signal)
      process.exit(9)
    })
  }
  setTimeout(() => {}, 20_000)
  process.stdout.write('ready')`

const files = {
  'server.cjs': server,
  'wrapper.cjs': nodeRuns('server.cjs'),
  'failing.cjs': 'process.exitCode = 7',
  // What tooling/bootstrap does with the demo, and the shell that npm does it in.
  'main.cjs': `require(${run}).run(process.execPath, [process.env.PROGRAM]).then(({ exitCode }) => {
    process.exitCode = exitCode
  })`,
  'shell.cjs': nodeRuns('main.cjs'),
}

describe('a program that is run', () => {
  /** @type {(() => void)[]} */
  const cleanups = []
  afterEach(() => {
    for (const cleanup of cleanups.splice(0)) cleanup()
  })

  /**
   * @param {string} file
   * @param {Readonly<Record<string, string>>} variables
   */
  function start(file, variables) {
    const { folder, remove } = temporaryTree(files)
    const env = { ...process.env, npm_lifecycle_event: undefined, ...variables }
    const child = spawn(process.execPath, [file], { cwd: folder, env })
    cleanups.push(remove, () => child.kill('SIGKILL'))
    return child
  }

  /**
   * Sends a signal when the program is ready, and waits until nobody holds the output any more, so that the program
   * itself is gone and not only what was started first.
   *
   * @param {ReturnType<typeof start>} child
   * @param {NodeJS.Signals} signal
   */
  async function signalWhenReady(child, signal) {
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += chunk
      if (output === 'ready') child.kill(signal)
    })
    const [code] = await once(child, 'close')
    return { output, code }
  }

  it('keeps its exit code', async () => {
    const [code] = await once(start('main.cjs', { PROGRAM: 'failing.cjs' }), 'close')
    expect(code).toBe(7)
  })

  it.each(/** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))(
    'ends in its own way on %s',
    async (signal) => {
      const child = start('main.cjs', { PROGRAM: 'server.cjs' })
      expect(await signalWhenReady(child, signal)).toEqual({ output: `ready ${signal}`, code: 9 })
    },
  )

  it('is not left behind by a wrapper around it', async () => {
    const child = start('main.cjs', { PROGRAM: 'wrapper.cjs' })
    expect((await signalWhenReady(child, 'SIGTERM')).output).toBe('ready SIGTERM')
  })

  it('is not left behind when the shell that npm started it in is killed', async () => {
    const child = start('shell.cjs', { PROGRAM: 'server.cjs', npm_lifecycle_event: 'demo' })
    expect((await signalWhenReady(child, 'SIGKILL')).output).toBe('ready SIGTERM')
  })
})

describe('signals', () => {
  /** @param {readonly (readonly [milliseconds: number, signal: NodeJS.Signals])[]} arrivals */
  function forwarded(arrivals) {
    /** @type {NodeJS.Signals[]} */
    const sent = []
    let now = 0
    const forward = withoutEchoes(
      (signal) => sent.push(signal),
      () => now,
    )
    for (const [at, signal] of arrivals) {
      now = at
      forward(signal)
    }
    return sent
  }

  it('reach the program once although terminal and npm both send them', () => {
    const arrivals = /** @type {const} */ ([
      [0, 'SIGINT'],
      [299, 'SIGINT'],
      [299, 'SIGTERM'],
    ])
    expect(forwarded(arrivals)).toEqual(['SIGINT', 'SIGTERM'])
  })

  it('reach the program again when Ctrl-C is pressed again', () => {
    const arrivals = /** @type {const} */ ([
      [0, 'SIGINT'],
      [300, 'SIGINT'],
    ])
    expect(forwarded(arrivals)).toEqual(['SIGINT', 'SIGINT'])
  })
})

// @ts-check
'use strict'

const { existsSync } = require('node:fs')
const path = require('node:path')
const { root, runWithPnpm } = require('./pnpm.cjs')
const { run } = require('./run.cjs')

const INSTALL = 'pnpm install --frozen-lockfile'

const TURBO_BUILD = 'pnpm exec turbo run build --output-logs=errors-only --ui=stream'

const commands = { demo, test }

/** @param {readonly string[]} argv a command's name and its arguments */
async function main(argv) {
  const [name = '', ...args] = argv
  const command = Object.hasOwn(commands, name) ? commands[/** @type {'demo'} */ (name)] : undefined
  if (command === undefined) {
    process.stderr.write(
      `There is no command "${name}". Use: ${Object.keys(commands).join(', ')}.\n`,
    )
    process.exitCode = 1
    return
  }
  try {
    process.exitCode = await command(args)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
}

/**
 * Installs and builds the demo with one shop and all that they depend on, and nothing else: the demo starts sooner.
 *
 * @param {readonly string[]} args the demo's
 */
function prepareDemo(args) {
  // A name that is none is left to the demo, which lists those that there are.
  const named = args.find((arg) => existsSync(path.join(root, 'apps', `${arg}-shop`)))
  const shop = `--filter=${named ?? 'fastify'}-shop...`
  return runWithPnpm(
    `${INSTALL} --filter=scalapay-kit --filter=demo ${shop} && ${TURBO_BUILD} --filter=demo ${shop}`,
    { quiet: true },
  )
}

/** @param {readonly string[]} args passed on to the demo, e.g. `--once` */
async function demo(args) {
  process.stderr.write(
    'Preparing (the first run installs packages, which takes about half a minute) …\n',
  )
  const prepared = await prepareDemo(args)
  if (prepared.exitCode !== 0) {
    process.stderr.write(prepared.output)
    process.stderr.write('The demo could not be prepared: see the messages above.\n')
    return prepared.exitCode
  }
  // Node itself, not a wrapper: a wrapper that is stopped leaves the servers behind it alive.
  const main = path.join(root, 'apps', 'demo', 'dist', 'main.js')
  return (await run(process.execPath, [main, ...args])).exitCode
}

async function test() {
  return (await runWithPnpm(`${INSTALL} && node tooling/run-tests.mjs`)).exitCode
}

module.exports = { main }

// @ts-check
'use strict'

const { existsSync } = require('node:fs')
const path = require('node:path')
const { run } = require('./run.cjs')

const root = path.resolve(__dirname, '..', '..')

/** The one place that says which pnpm is used is `packageManager` in package.json. */
function pinnedPnpm() {
  const { packageManager } = require(path.join(root, 'package.json'))
  if (!/^pnpm@\d+\.\d+\.\d+$/.test(packageManager)) {
    throw new Error(
      `"packageManager" in package.json is "${packageManager}": write "pnpm@" and an exact version, without a range.`,
    )
  }
  return packageManager
}

/**
 * Runs a shell command with the pinned pnpm on PATH. npx brings it, so that only Node and npm have to be installed.
 *
 * @param {string} command
 * @param {{ quiet?: boolean }} [options]
 */
function runWithPnpm(command, options) {
  const { program, args, shell } = npx()
  // From the second run on npx has this exact version in its cache: no network is needed.
  const pnpm = ['--yes', '--prefer-offline', '-p', pinnedPnpm()]
  return run(program, [...args, ...pnpm, '-c', shell ? `"${command}"` : command], {
    ...options,
    shell,
    cwd: root,
    env: {
      ...process.env,
      TURBO_TELEMETRY_DISABLED: '1',
      TURBO_NO_UPDATE_NOTIFIER: '1',
      // npm's notice about its own next version would be the last line instead of the test result.
      npm_config_update_notifier: 'false',
    },
  })
}

/** npm's own npx, run by this Node: the one on PATH may belong to another Node and needs a shell on Windows. */
function npx() {
  const npmCli = process.env.npm_execpath ?? ''
  const npxCli = path.join(path.dirname(npmCli), 'npx-cli.js')
  if (path.basename(npmCli) === 'npm-cli.js' && existsSync(npxCli)) {
    return { program: process.execPath, args: [npxCli], shell: false }
  }
  return { program: 'npx', args: [], shell: process.platform === 'win32' }
}

module.exports = { root, runWithPnpm }

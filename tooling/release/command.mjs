// @ts-check
import { spawn } from 'node:child_process'

/**
 * Runs a command to its end and gives what it wrote to its standard output.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show`: also to this terminal
 * @returns {Promise<string>}
 * @throws Error with all that it wrote, when it fails
 */
export function command(file, args, { cwd, env = process.env, show = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env, shell: process.platform === 'win32' })
    let output = ''
    let everything = ''
    child.stdout.on('data', (chunk) => {
      output += chunk
      everything += chunk
      if (show) process.stdout.write(chunk)
    })
    child.stderr.on('data', (chunk) => {
      everything += chunk
      if (show) process.stderr.write(chunk)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) return resolve(output)
      reject(new Error(`${[file, ...args].join(' ')} ended with ${code}:\n${everything}`))
    })
  })
}

/**
 * Starts a server and resolves with the first URL that it prints.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export function server(file, args, options) {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what it starts ends with it: npx leaves its child alive.
    const child = spawn(file, args, { ...options, detached: true })
    const ended = new Promise((end) => child.on('close', end))
    const stop = async () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid)
      await ended
    }
    let output = ''
    const read = (/** @type {Buffer} */ chunk) => {
      output += chunk
      const url = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/.exec(output)
      if (url !== null) resolve({ url: url[0], stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('error', reject)
    child.on('close', () => reject(new Error(`${file} ${args.join(' ')} ended:\n${output}`)))
  })
}

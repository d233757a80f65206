// @ts-check
import { execFile } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** @typedef {import('./examples.mjs').Example} Example */

const LONGEST_RUN_MS = 40_000
const preload = pathToFileURL(path.join(import.meta.dirname, 'loopback.mjs')).href
const emulatorPackage = path.resolve(import.meta.dirname, '../../packages/emulator/dist/index.js')

/**
 * Runs a compiled example against an emulator of its own.
 *
 * @param {string} folder
 * @param {Example} example
 * @returns {Promise<string>} what it printed
 * @throws Error when it fails or does not end, with what it printed, at the lines of the document
 */
export async function runExample(folder, { document, file }) {
  // By its path, because the repository itself depends on none of its packages.
  const { startEmulator } = await import(pathToFileURL(emulatorPackage).href)
  const emulator = await startEmulator({ seed: 1 })
  const compiled = path.join(folder, 'out', document, file.replace(/ts$/, 'js'))
  const flags = ['--enable-source-maps', '--import', preload, compiled]
  const env = {
    PATH: process.env.PATH,
    SCALAPAY_API_KEY: emulator.merchantKey,
    SCALAPAY_DEVICE_API_KEY: emulator.deviceKey,
    SCALAPAY_ENVIRONMENT: 'emulator',
    SCALAPAY_BASE_URL: emulator.url,
    EXAMPLE_EMULATOR_PORT: new URL(emulator.url).port,
  }
  try {
    return await new Promise((resolve, reject) => {
      const options = { cwd: folder, env, timeout: LONGEST_RUN_MS }
      execFile(process.execPath, flags, options, (error, stdout, stderr) => {
        if (error === null) return resolve(stdout)
        const late = error.killed ? `It was still running after ${LONGEST_RUN_MS} ms.\n` : ''
        const said = `${late}${stderr}${stdout}`
        reject(new Error(said.replaceAll(path.join(folder, document, file), document)))
      })
    })
  } finally {
    await emulator.close()
  }
}

// @ts-check
/** @import { ChildProcess } from 'node:child_process' */
import { execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'

/** @type {Set<ChildProcess>} */
const running = new Set()
process.on('exit', () => {
  for (const one of running) one.kill()
})

/** @param {string} name of a file in children/ */
const child = (name) => new URL(`../children/${name}.mjs`, import.meta.url)

/**
 * Starts a server that says its URL in its first line.
 *
 * @param {{ key: string, cert: string } | undefined} certificate with one, it speaks TLS
 * @param {string} name of a file in children/
 * @param {readonly string[]} args
 */
export async function startServer(certificate, name = 'server', args = []) {
  const files = certificate === undefined ? [] : [certificate.key, certificate.cert]
  const server = spawn(process.execPath, [child(name).pathname, ...args, ...files], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  running.add(server)
  const [line] = await once(server.stdout, 'data')
  return { url: String(line).trim(), stop: () => server.kill() }
}

/**
 * Starts a child that answers messages.
 *
 * @param {string} name of a file in children/
 * @param {readonly string[]} args
 * @param {string[]} execArgv flags of Node
 */
export async function startWorker(name, args, execArgv = []) {
  const worker = fork(child(name), [...args], { execArgv })
  running.add(worker)
  await nextMessage(worker)
  return {
    /** @param {object} message */
    ask: async (message) => {
      worker.send(message)
      return nextMessage(worker)
    },
    stop: () => worker.kill(),
  }
}

/**
 * @param {ChildProcess} worker
 * @returns {Promise<any>}
 */
function nextMessage(worker) {
  return new Promise((resolve, reject) => {
    const onExit = () => reject(new Error(`${worker.spawnargs.slice(1).join(' ')} has ended.`))
    worker.once('exit', onExit)
    worker.once('message', (message) => {
      worker.removeListener('exit', onExit)
      resolve(message)
    })
  })
}

/**
 * Runs a child to its end and reads the JSON that it prints.
 *
 * @param {string} name of a file in children/
 * @param {readonly string[]} args
 * @param {readonly string[]} flags of Node
 */
export function runChild(name, args, flags = []) {
  const argv = [...flags, child(name).pathname, ...args]
  return JSON.parse(execFileSync(process.execPath, argv, { encoding: 'utf8' }))
}

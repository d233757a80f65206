import { execFile } from 'node:child_process'
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as source from '../src/index.js'
import * as testing from '../src/testing.js'
import * as webhooks from '../src/webhooks.js'
import { MARKER_KEY } from './support/clients.js'
import { json, startScript } from './support/scripted-server.js'

const run = promisify(execFile)
const folder = fileURLToPath(new URL('..', import.meta.url))

/** A project without anything of this workspace in it, where the packed package is installed. */
let shop: string
let installed: string

/** One call to the server that the first argument names; prints what came of it. */
const CALL = `
const client = new core.Scalapay({
  apiKey: '${MARKER_KEY}',
  environment: 'sandbox',
  baseUrl: process.argv[2],
})
client.orders.get('T1').then((order) => {
  const names = Object.keys(core).sort()
  process.stdout.write(JSON.stringify({ order, names, version: core.version }))
  return client.close()
})
`

/** A signed delivery, verified, and then refused; prints what came of it, and what the main entry makes of the refusal. */
const DELIVER = `
const verify = (apiKeys, delivery) =>
  webhooks.verifyWebhook(delivery, { apiKeys }).then(({ event }) => event.status, (error) => error)
testing.signedDelivery('charged', { apiKey: '${MARKER_KEY}' }).then(async (delivery) => {
  const error = await verify('another key', delivery)
  process.stdout.write(JSON.stringify({
    status: await verify('${MARKER_KEY}', delivery),
    reason: error.reason,
    isRecognised: core.isScalapayError(error) && error instanceof core.ScalapayError,
    isRevived: core.ScalapayError.fromJSON(error.toJSON()) instanceof webhooks.ScalapayWebhookError,
    webhooks: Object.keys(webhooks).sort(),
    testing: Object.keys(testing).sort(),
  }))
})
`

const ENTRIES = { core: '', webhooks: '/webhooks', testing: '/testing' }
const load = (write: (name: string, from: string) => string) =>
  Object.entries(ENTRIES)
    .map(([name, entry]) => write(name, `'@scalapay-kit/core${entry}'`))
    .join('\n')

const programs: Record<string, string> = {
  'webhooks.mjs': load((name, from) => `import * as ${name} from ${from}`) + DELIVER,
  'webhooks.cjs': load((name, from) => `const ${name} = require(${from})`) + DELIVER,
  'shop.mjs': `import * as core from '@scalapay-kit/core'\n${CALL}`,
  'shop.cjs': `const core = require('@scalapay-kit/core')\n${CALL}`,
}

const NAMES = [
  'Scalapay',
  'ScalapayAbortError',
  'ScalapayAuthenticationError',
  'ScalapayConfigError',
  'ScalapayConflictError',
  'ScalapayConnectionError',
  'ScalapayError',
  'ScalapayOrderNotFoundError',
  'ScalapayRateLimitError',
  'ScalapayRequestError',
  'ScalapayServerError',
  'ScalapayTimeoutError',
  'ScalapayWebhookError',
  'equalMoney',
  'eur',
  'explainTotals',
  'httpAnswerTo',
  'isScalapayError',
  'previewInstalments',
  'responseOf',
  'splitMoney',
  'subtractMoney',
  'sumMoney',
  'toCents',
  'version',
]

const WEBHOOK_NAMES = [
  'ScalapayWebhookError',
  'WEBHOOK_RECEIVER_OPTIONS',
  'createMemoryWebhookStore',
  'createWebhookReceiver',
  'findReceiverProblems',
  'retryLater',
  'signWebhook',
  'verifyWebhook',
]

const TESTING_NAMES = ['sampleBodies', 'sampleOrder', 'signedDelivery', 'webhookStoreCases']

beforeAll(async () => {
  shop = await realpath(await mkdtemp(path.join(tmpdir(), 'scalapay-shop-')))
  installed = path.join(shop, 'node_modules/@scalapay-kit/core')
  await mkdir(installed, { recursive: true })
  await run('pnpm', ['pack', '--pack-destination', shop], { cwd: folder })
  const tarball = (await readdir(shop)).find((file) => file.endsWith('.tgz')) ?? ''
  await run('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], { cwd: shop })
  await symlink(
    await realpath(path.join(folder, 'node_modules/openapi-fetch')),
    path.join(shop, 'node_modules/openapi-fetch'),
  )
  for (const [file, text] of Object.entries(programs)) await writeFile(path.join(shop, file), text)
})

afterAll(() => rm(shop, { recursive: true, force: true }))

it('names exactly these things', () => {
  expect(Object.keys(source).sort()).toEqual(NAMES)
})

it('names exactly these things in its sub-paths', () => {
  expect(Object.keys(webhooks).sort()).toEqual(WEBHOOK_NAMES)
  expect(Object.keys(testing).sort()).toEqual(TESTING_NAMES)
})

it('has the version of its package.json', async () => {
  const manifest: unknown = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
  expect(manifest).toMatchObject({ version: source.version })
})

it('holds what is built, the API description and what every package has', async () => {
  const entries = await readdir(installed, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(installed, path.join(entry.parentPath, entry.name)))
  const others = files.filter((file) => !/^dist\/.*\.(?:js|cjs|d\.ts|d\.cts)$/.test(file))
  expect(others.sort()).toEqual(['LICENSE', 'README.md', 'openapi/scalapay.yaml', 'package.json'])
})

it('names no folder of this machine', async () => {
  const entries = await readdir(path.join(installed, 'dist'), { recursive: true })
  for (const entry of entries.filter((file) => /\.c?js$/.test(file))) {
    const text = await readFile(path.join(installed, 'dist', entry), 'utf8')
    expect(text).not.toContain(path.resolve(folder, '../..'))
  }
})

describe.each([
  ['import', 'shop.mjs'],
  ['require()', 'shop.cjs'],
])('installed, and loaded with %s', (_how, file) => {
  it('reads an order over the Node transport', async () => {
    const server = await startScript(json(200, { token: 'T1', totalAmount: null }))
    const { stdout, stderr } = await run(process.execPath, [file, server.url], { cwd: shop })
    expect(JSON.parse(stdout)).toEqual({
      order: { token: 'T1', totalAmount: null },
      names: NAMES,
      version: source.version,
    })
    expect(stderr).toBe('')
    expect(server.seen[0]?.headers).toMatchObject({ authorization: `Bearer ${MARKER_KEY}` })
    // The mark of the runtime's own fetch.
    expect(server.seen[0]?.headers).not.toHaveProperty('sec-fetch-mode')
  })

  it("reads an order over the runtime's own fetch where there is no Node transport", async () => {
    const server = await startScript(json(200, { token: 'T1' }))
    await run(process.execPath, ['--conditions=workerd', file, server.url], { cwd: shop })
    expect(server.seen[0]?.headers).toHaveProperty('sec-fetch-mode')
  })
})

it.each([
  ['import', 'webhooks.mjs'],
  ['require()', 'webhooks.cjs'],
])('verifies webhooks from its sub-path, loaded with %s', async (_how, file) => {
  const { stdout, stderr } = await run(process.execPath, [file], { cwd: shop })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toEqual({
    status: 'charged',
    reason: 'bad-signature',
    isRecognised: true,
    isRevived: true,
    webhooks: WEBHOOK_NAMES,
    testing: TESTING_NAMES,
  })
})

describe.each([
  ['@scalapay-kit/core', 'index'],
  ['@scalapay-kit/core/webhooks', 'webhooks'],
  ['@scalapay-kit/core/testing', 'testing'],
])('%s', (name, entry) => {
  const imported = `process.stdout.write(import.meta.resolve("${name}"))`
  const required = `process.stdout.write(require("node:url").pathToFileURL(require.resolve("${name}")).href)`

  it.each([
    ['Node with import', ['--input-type=module', '-e', imported], `${entry}.js`],
    ['Node with require()', ['--input-type=commonjs', '-e', required], `${entry}.cjs`],
    ['Workers', ['-C', 'workerd', '--input-type=module', '-e', imported], `web/${entry}.js`],
    ['Bun', ['-C', 'bun', '--input-type=commonjs', '-e', required], `web/${entry}.js`],
    ['Deno', ['-C', 'deno', '--input-type=module', '-e', imported], `deno/${entry}.js`],
  ])('is the build for %s', async (_runtime, flags, file) => {
    const { stdout } = await run(process.execPath, flags, { cwd: shop })
    expect(stdout).toBe(pathToFileURL(path.join(installed, 'dist', file)).href)
  })
})

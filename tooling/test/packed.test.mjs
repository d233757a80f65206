// @ts-check
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked } from './install-packed.mjs'
import { temporaryTree } from './temporary.mjs'

const run = promisify(execFile)
const published = ['core', 'emulator', 'fastify', 'nestjs']

const imports = `
  import { Scalapay } from '@scalapay-kit/core'
  import { startEmulator } from '@scalapay-kit/emulator'
  import { scalapayPlugin } from '@scalapay-kit/fastify'
  import fastify from 'fastify'`
const requires = `
  const { Scalapay } = require('@scalapay-kit/core')
  const { startEmulator } = require('@scalapay-kit/emulator')
  const { scalapayPlugin } = require('@scalapay-kit/fastify')
  const fastify = require('fastify')`

/** A call by the client and a call through the plugin: each reaches the emulator, which does not know the token. */
const use = `
  const main = async () => {
    const emulator = await startEmulator()
    const options = { apiKey: emulator.merchantKey, environment: 'emulator', baseUrl: emulator.url }
    const client = new Scalapay(options)
    const app = fastify()
    await app.register(scalapayPlugin, options)
    for (const { orders } of [client, app.scalapay]) {
      await orders.get('NOSUCHTOKEN').catch((error) => console.log(error.name))
    }
    await Promise.all([client.close(), app.close(), emulator.close()])
  }
  main()`

const cart = `
  import { sampleOrder } from '@scalapay-kit/core/testing'
  export const order = sampleOrder()`

/** A Fastify app that takes an order: ten lines, imports included, beside what the shop has in its cart. */
const fastifyOrder = `import { startEmulator } from '@scalapay-kit/emulator'
import scalapay from '@scalapay-kit/fastify'
import Fastify from 'fastify'
import { order } from './cart.mjs'
const emulator = await startEmulator()
const app = Fastify()
await app.register(scalapay, { apiKey: emulator.merchantKey, environment: 'emulator', baseUrl: emulator.url })
const { token } = await app.scalapay.orders.create(order)
emulator.control.approve(token)
console.log((await app.scalapay.checkout.complete({ token, expect: order })).outcome)`

describe('the packed packages', () => {
  /** @type {ReturnType<typeof temporaryTree>} */
  let user
  /** @type {Map<string, string>} */
  const installed = new Map()

  beforeAll(async () => {
    user = temporaryTree({
      'use.mjs': `${imports}\n${use}`,
      'use.cjs': `${requires}\n${use}`,
      'cart.mjs': cart,
      'fastify-order.mjs': `${fastifyOrder}\nawait Promise.all([app.close(), emulator.close()])`,
    })
    for (const name of published) installed.set(name, await installPacked(user.folder, name))
  })
  afterAll(() => user.remove())

  it.each([
    ['import', 'use.mjs'],
    ['require', 'use.cjs'],
  ])('work together when loaded by %s', async (_, file) => {
    const { stdout, stderr } = await run(process.execPath, [file], { cwd: user.folder })
    expect({ stdout, stderr }).toEqual({
      stdout: 'ScalapayOrderNotFoundError\nScalapayOrderNotFoundError\n',
      stderr: '',
    })
  })

  it('take an order in ten lines of a Fastify app', async () => {
    const { stdout } = await run(process.execPath, ['fastify-order.mjs'], { cwd: user.folder })
    expect(stdout).toBe('captured\n')
    expect(fastifyOrder.split('\n')).toHaveLength(10)
  })

  it.each(published)('%s holds what it needs and nothing else', (name) => {
    const needed = ['LICENSE', 'README.md', 'dist', 'package.json']
    const optional = ['assets', 'bin', 'openapi']
    const found = readdirSync(installed.get(name) ?? '')
    expect(found.filter((entry) => !optional.includes(entry)).sort()).toEqual(needed)
  })

  it.each(published)('%s depends on versions that a registry has', (name) => {
    const manifest = readFileSync(path.join(installed.get(name) ?? '', 'package.json'), 'utf8')
    expect(manifest).not.toMatch(/workspace:|catalog:|link:|file:/)
  })
})

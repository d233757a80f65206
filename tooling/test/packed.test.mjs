// @ts-check
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked } from './install-packed.mjs'
import { temporaryTree } from './temporary.mjs'

const run = promisify(execFile)
const published = ['core', 'emulator', 'fastify']

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

describe('the packed packages', () => {
  /** @type {ReturnType<typeof temporaryTree>} */
  let user
  /** @type {Map<string, string>} */
  const installed = new Map()

  beforeAll(async () => {
    user = temporaryTree({
      'use.mjs': `${imports}\n${use}`,
      'use.cjs': `${requires}\n${use}`,
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

  it.each(published)('%s holds what it needs and nothing else', (name) => {
    const needed = ['LICENSE', 'README.md', 'dist', 'package.json']
    const optional = ['bin', 'openapi']
    const found = readdirSync(installed.get(name) ?? '')
    expect(found.filter((entry) => !optional.includes(entry)).sort()).toEqual(needed)
  })

  it.each(published)('%s depends on versions that a registry has', (name) => {
    const manifest = readFileSync(path.join(installed.get(name) ?? '', 'package.json'), 'utf8')
    expect(manifest).not.toMatch(/workspace:|catalog:|link:|file:/)
  })
})

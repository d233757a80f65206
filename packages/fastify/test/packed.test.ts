import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'

const run = promisify(execFile)
const workspace = fileURLToPath(new URL('../../../', import.meta.url))
const here = fileURLToPath(new URL('../', import.meta.url))

/** What a stranger writes after installing the packages: registers, looks around, closes. */
const USE = `
  const app = Fastify()
  const webhooks = { on: { charged: () => undefined } }
  await app.register(scalapay, { apiKey: 'qhtfs87hjnc12kkos', environment: 'sandbox', webhooks })
  process.stdout.write(JSON.stringify({
    baseUrl: app.scalapay.baseUrl,
    named: scalapayPlugin === scalapay,
    lookUp: getScalapay(app) === app.scalapay,
    webhook: (await injectWebhook(app, 'charged')).statusCode,
  }))
  await app.close()`

let folder: string

/** Puts the packed tarballs into an empty folder, as an installation would, beside their dependencies. */
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'scalapay-kit-fastify-')))
  for (const name of ['core', 'fastify']) {
    const target = join(folder, 'node_modules/@scalapay-kit', name)
    await mkdir(target, { recursive: true })
    const cwd = join(workspace, 'packages', name)
    const { stdout } = await run('npm', ['pack', '--silent', '--pack-destination', folder], { cwd })
    await run('tar', ['-xzf', join(folder, stdout.trim()), '-C', target, '--strip-components=1'])
  }
  await link('fastify', here)
  await link('fastify-plugin', here)
  await link('@fastify/error', here)
  await link('ajv', here)
  await link('openapi-fetch', join(workspace, 'packages/core'))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

async function link(name: string, from: string): Promise<void> {
  const path = join(folder, 'node_modules', name)
  await mkdir(dirname(path), { recursive: true })
  await symlink(await realpath(join(from, 'node_modules', name)), path)
}

async function output(file: string, code: string): Promise<unknown> {
  await writeFile(join(folder, file), code)
  const { stdout } = await run(process.execPath, [file], { cwd: folder })
  return JSON.parse(stdout)
}

const EXPECTED = {
  baseUrl: 'https://integration.api.scalapay.com',
  named: true,
  lookUp: true,
  webhook: 200,
}

it('works by import', async () => {
  const code = `
    import Fastify from 'fastify'
    import scalapay, { getScalapay, scalapayPlugin } from '@scalapay-kit/fastify'
    import { injectWebhook } from '@scalapay-kit/fastify/testing'
    ${USE}`
  expect(await output('app.mjs', code)).toEqual(EXPECTED)
})

it('works by require, which answers the plugin itself', async () => {
  const code = `
    const Fastify = require('fastify')
    const scalapay = require('@scalapay-kit/fastify')
    const { getScalapay, scalapayPlugin } = scalapay
    const { injectWebhook } = require('@scalapay-kit/fastify/testing')
    async function main() { ${USE} }
    main()`
  expect(await output('app.cjs', code)).toEqual(EXPECTED)
})

it('is the plugin again under default, for transpiled code', async () => {
  const code = `
    const scalapay = require('@scalapay-kit/fastify')
    process.stdout.write(JSON.stringify([scalapay.default === scalapay, typeof scalapay]))`
  expect(await output('default.cjs', code)).toEqual([true, 'function'])
})

it('is one plugin, although an app imports it and a file beside requires it', async () => {
  await writeFile(
    join(folder, 'hooks.cjs'),
    `const { getScalapay, scalapayWebhook } = require('@scalapay-kit/fastify')
    module.exports = async (app) => {
      getScalapay(app)
      await app.register(scalapayWebhook, { on: { charged: () => undefined } })
    }`,
  )
  const code = `
    import Fastify from 'fastify'
    import scalapay from '@scalapay-kit/fastify'
    import { injectWebhook } from '@scalapay-kit/fastify/testing'
    import hooks from './hooks.cjs'
    const app = Fastify()
    await app.register(scalapay, { apiKey: 'qhtfs87hjnc12kkos', environment: 'sandbox' })
    await app.register(hooks)
    process.stdout.write(JSON.stringify((await injectWebhook(app, 'charged')).statusCode))
    await app.close()`
  expect(await output('both.mjs', code)).toBe(200)
})

it('is typed for import and for require, and takes the names that the user declares', async () => {
  const code = (imports: string) => `${imports}
    import type { Scalapay } from '@scalapay-kit/core'
    import { injectWebhook } from '@scalapay-kit/fastify/testing'
    import type { ScalapayPluginOptions } from '@scalapay-kit/fastify'
    import type { FastifyInstance } from 'fastify'
    declare module '@scalapay-kit/fastify' {
      interface ScalapayInstances { fr: Scalapay }
    }
    const options: ScalapayPluginOptions = { apiKey: 'k', environment: 'sandbox' }
    export async function use(app: FastifyInstance): Promise<string> {
      await app.register(scalapay, { ...options, webhooks: { on: { charged: async () => {} } } })
      await app.register(scalapayWebhook, { on: { charged: ({ orderToken }) => orderToken.length } })
      // @ts-expect-error -- the environment is required
      await app.register(scalapay, { apiKey: 'k' })
      // @ts-expect-error -- this name was not declared
      getScalapay(app, 'uk')
      const { statusCode } = await injectWebhook(app, 'charged')
      return app.scalapay.baseUrl + getScalapay(app, 'fr').baseUrl + statusCode
    }`
  const names = 'getScalapay, scalapayWebhook'
  await writeFile(
    join(folder, 'typed.mts'),
    code(`import scalapay, { ${names} } from '@scalapay-kit/fastify'`),
  )
  await writeFile(
    join(folder, 'typed.cts'),
    code(`import scalapay = require('@scalapay-kit/fastify')\nconst { ${names} } = scalapay`),
  )
  const tsc = join(workspace, 'node_modules/typescript/bin/tsc')
  const flags = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'node20', '--types', 'node']
  const types = ['--typeRoots', join(workspace, 'node_modules/@types')]
  const files = ['typed.mts', 'typed.cts']
  const check = run(process.execPath, [tsc, ...flags, ...types, ...files], { cwd: folder })
  expect((await check.catch((failure) => failure)).stdout).toBe('')
}, 60_000)

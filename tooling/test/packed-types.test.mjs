// @ts-check
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installPacked } from './install-packed.mjs'
import { root, temporaryTree } from './temporary.mjs'

const run = promisify(execFile)
const tsc = path.join(root, 'node_modules/typescript/bin/tsc')

/** One name of each entry, used so that a type which were lost, and became `any`, would be noticed. */
const program = `
import { eur, isScalapayError, type Order, Scalapay } from '@scalapay-kit/core'
import { signedDelivery } from '@scalapay-kit/core/testing'
import { createWebhookReceiver, type WebhookEvent } from '@scalapay-kit/core/webhooks'

export const scalapay = new Scalapay({ apiKey: 'k', environment: 'sandbox', baseUrl: undefined })
export const read = async (token: string): Promise<Order> => scalapay.orders.get(token)
export const receiver = createWebhookReceiver({
  apiKeys: 'k',
  on: { charged: (event: WebhookEvent) => event.orderToken.toLowerCase() },
})
export const deliver = async () => receiver.receive(await signedDelivery('charged', { apiKey: 'k' }))
export const outcomeOf = (error: unknown) => (isScalapayError(error) ? error.outcome : undefined)
// @ts-expect-error a float is no amount
eur(1.5)
// @ts-expect-error no such option
new Scalapay({ environment: 'sandbox', apikey: 'k' })
// @ts-expect-error no such event
createWebhookReceiver({ apiKeys: 'k', on: { payed: () => undefined } })
`

const identity = `
import { createRequire } from 'node:module'
import * as imported from '@scalapay-kit/core'
const required = createRequire(import.meta.url)('@scalapay-kit/core')
const errors = [imported, required].map(({ Scalapay }) => {
  try {
    return new Scalapay({ environment: 'sandbox' })
  } catch (error) {
    return error
  }
})
process.stdout.write(JSON.stringify({
  copies: new Set([imported.ScalapayError, required.ScalapayError]).size,
  recognised: errors.flatMap((error) => [imported, required].map((copy) => copy.isScalapayError(error))),
  revived: imported.ScalapayError.fromJSON(errors[1].toJSON()) instanceof imported.ScalapayConfigError,
}))
`

describe('the packed core', () => {
  /** @type {ReturnType<typeof temporaryTree>} */
  let user
  let installed = ''

  beforeAll(async () => {
    user = temporaryTree({
      'package.json': '{ "type": "module" }',
      'program.ts': program,
      'program.mts': program,
      'program.cts': program,
      'identity.mjs': identity,
    })
    installed = await installPacked(user.folder, 'core')
  })
  afterAll(() => user.remove())

  it.each([
    ['NodeNext', 'NodeNext', ['program.ts', 'program.mts', 'program.cts']],
    ['ESNext', 'Bundler', ['program.ts']],
    ['Preserve', 'Bundler', ['program.ts', 'program.cts']],
  ])(
    'is typed for module %s with resolution %s, in its declarations too',
    async (...given) => {
      const [module, resolution, files] = given
      const flags = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--target', 'ES2022']
      // No types of Node: a reader may have none. Declarations are checked too, but for those of TypeScript itself.
      const types = ['--lib', 'ES2023,DOM', '--skipDefaultLibCheck']
      const how = ['--module', module, '--moduleResolution', resolution]
      const args = [tsc, ...flags, ...types, ...how, ...files]
      const { stdout } = await run(process.execPath, args, { cwd: user.folder }).catch(
        (error) => error,
      )
      expect(stdout).toBe('')
    },
    120_000,
  )

  it('recognises errors across its two copies in one process', async () => {
    const { stdout } = await run(process.execPath, ['identity.mjs'], { cwd: user.folder })
    expect(JSON.parse(stdout)).toEqual({
      copies: 2,
      recognised: [true, true, true, true],
      revived: true,
    })
  })

  it('needs openapi-fetch at run time, and nothing else', () => {
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'))
    const { dependencies, peerDependencies, optionalDependencies } = manifest
    expect(Object.keys(dependencies)).toEqual(['openapi-fetch'])
    expect([peerDependencies, optionalDependencies]).toEqual([undefined, undefined])
  })
})

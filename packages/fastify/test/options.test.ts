import { Agent } from 'node:https'
import { Scalapay, type ScalapayOptions } from '@scalapay-kit/core'
import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import scalapay, { type ScalapayPluginOptions, scalapayWebhook } from '../src/index.js'

const KEY = 'a-merchant-key-0001'
const usable = { apiKey: KEY, environment: 'sandbox' } as const
const on = { charged: () => undefined }

/** How the start of an app with these options ends: the problems, one by one. */
async function problemsOf(options: object): Promise<string[]> {
  const start = Fastify().register(scalapay, options as ScalapayPluginOptions)
  return linesOf(await failureOf(start))
}

async function failureOf(start: PromiseLike<unknown>): Promise<Error & { code?: string }> {
  try {
    await start
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('expected the start to fail')
}

function linesOf({ code, message }: Error & { code?: string }): string[] {
  expect(code).toBe('FST_SCALAPAY_OPTIONS')
  expect(message).not.toContain(KEY)
  return message
    .replace('Scalapay plugin options: ', '')
    .split('\n  - ')
    .filter((line) => line !== '')
}

describe('the options of the core', () => {
  const logger = { debug() {}, info() {}, warn() {}, error() {} }
  const ofTheCore: Required<Omit<ScalapayOptions, 'fetch' | 'tls'>> = {
    ...usable,
    deviceApiKey: KEY,
    baseUrl: 'https://127.0.0.1',
    timeoutMs: 1,
    deadlineMs: 1,
    retry: false,
    agent: new Agent(),
    logger,
    appInfo: { name: 'my-shop' },
  }

  it.each([ofTheCore, { ...usable, fetch: globalThis.fetch }, { ...usable, tls: { ca: [] } }])(
    'are all taken: %o',
    async (options) => {
      const app = Fastify()
      await app.register(scalapay, { ...options, prefix: '/shop' })
      expect(app.scalapay).toBeInstanceOf(Scalapay)
      await app.close()
    },
  )
})

describe('wrong options', () => {
  it('are named once each, although the core refuses them too', async () => {
    expect(await problemsOf({ ...usable, timeoutMS: 1, webhooks: { on, leaseMS: 1 } })).toEqual([
      expect.stringMatching(/^timeoutMS: not an option/),
      expect.stringMatching(/^webhooks\.leaseMS: not an option/),
    ])
  })

  it.each([
    [
      'a misspelt option',
      { ...usable, apikey: 'x' },
      /^apikey: not an option\. The options are .*apiKey/,
    ],
    [
      'a misspelt webhook option',
      { ...usable, webhooks: { on, tolerance: 1 } },
      /^webhooks\.tolerance: not an option\. .*toleranceMs/,
    ],
    ['a name that is blank', { ...usable, name: ' ' }, /^name: must be a non-empty string/],
    ['a name that is not text', { ...usable, name: 7 }, /^name: must be string/],
    ['webhooks that are not an object', { ...usable, webhooks: true }, /^webhooks: must be object/],
    [
      'a path without a slash',
      { ...usable, webhooks: { on, path: 'hooks' } },
      /^webhooks\.path: must begin with a slash/,
    ],
    [
      'a drain of no time',
      { ...usable, webhooks: { on, drainTimeoutMs: 0 } },
      /^webhooks\.drainTimeoutMs: must be a whole number from 1 to 2147483647\.$/,
    ],
    ['a client that is not an object', { client: 'x' }, /^client: must be object/],
    [
      'a path with a query',
      { ...usable, webhooks: { on, path: '/hooks?from=scalapay' } },
      /^webhooks\.path: must begin with a slash, without white space or a query/,
    ],
    [
      'a name that no address can hold',
      { ...usable, name: 'it/b2c', webhooks: { on } },
      /^webhooks\.path: needed, because the name 'it\/b2c' cannot/,
    ],
    [
      "the options of a client in a client's place",
      { client: usable },
      /^client: not a Scalapay client\. Give new Scalapay/,
    ],
    ['a missing key', { environment: 'sandbox' }, /apiKey/],
    [
      'a key with the word Bearer',
      { ...usable, apiKey: `Bearer ${KEY}` },
      /apiKey.*begins with "Bearer"/,
    ],
    ['a missing environment', { apiKey: KEY }, /environment/],
    ['an unknown environment', { ...usable, environment: 'test' }, /environment/],
    [
      'an event that does not exist',
      { ...usable, webhooks: { on: { paid: on.charged } } },
      /^webhooks\.on\.paid: not an event/,
    ],
    ['no handler', { ...usable, webhooks: { on: {} } }, /^webhooks\.on: give at least one handler/],
    [
      'a store without methods',
      { ...usable, webhooks: { on, store: {} } },
      /^webhooks\.store: needs the methods/,
    ],
    [
      'a report that goes to no function',
      { ...usable, webhooks: { on, onReport: 'log' } },
      /^webhooks\.onReport: not a function/,
    ],
    [
      'an empty webhook key (S55)',
      { ...usable, webhooks: { on, apiKeys: [''] } },
      /^webhooks\.apiKeys \(SCALAPAY_API_KEY\)/,
    ],
    [
      'webhooks, but a key that changes',
      { ...usable, apiKey: () => KEY, webhooks: { on } },
      /^webhooks\.apiKeys: needed, because/,
    ],
    [
      'webhooks beside a client made elsewhere',
      { client: new Scalapay(usable), webhooks: { on } },
      /^webhooks\.apiKeys: needed, because/,
    ],
  ])('%s is named, with what to do', async (_what, options, problem) => {
    expect(await problemsOf(options)).toEqual([expect.stringMatching(problem)])
  })

  it("are all named at once, the core's and those of the webhooks too", async () => {
    const webhooks = { path: 'hooks', on: {}, toleranceMs: -1 }
    const problems = await problemsOf({ apikey: KEY, environment: 'test', webhooks })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'apikey',
      'webhooks.path',
      expect.stringContaining('environment'),
      expect.stringContaining('apiKey'),
      'webhooks.apiKeys',
      'webhooks.toleranceMs',
      'webhooks.on',
    ])
  })

  it('of a route mounted by hand are named by their own names', async () => {
    const app = Fastify()
    const failure = failureOf(app.register(scalapayWebhook, { on: {}, path: 'x' }))
    expect(linesOf(await failure).map((problem) => problem.split(':')[0])).toEqual([
      'path',
      'apiKeys',
      'on',
    ])
  })

  it('carry a status code, as every error of Fastify', async () => {
    const failure = failureOf(Fastify().register(scalapay, { ...usable, name: '' }))
    expect(await failure).toMatchObject({ statusCode: 500, name: 'FastifyError' })
  })
})

describe('an option that is undefined', () => {
  it('counts as left out', async () => {
    const app = Fastify()
    const webhooks = { on, path: undefined, hide: undefined, store: undefined, now: undefined }
    await app.register(scalapay, { ...usable, name: undefined, client: undefined, webhooks })
    expect(app.hasRoute({ method: 'POST', url: '/webhooks/scalapay' })).toBe(true)
    await app.close()
  })
})

import { Scalapay } from '@scalapay-kit/core'
import { describe, expect, it } from 'vitest'
import { ScalapayModule, type ScalapayModuleOptions } from '../src/index.js'
import { createApp } from './support/app.js'
import { API_KEY, options } from './support/deliver.js'

const failing = async (...imports: Parameters<typeof createApp>[0]['imports'] & object) => {
  const started = createApp({ imports }).then((app) => app.init())
  const error: unknown = await started.catch((thrown: unknown) => thrown)
  return String(error)
}

const wrong = (given: object) => ScalapayModule.forRoot(given as ScalapayModuleOptions)

describe('the start with wrong options', () => {
  it('fails with every problem at once, of the client and of the webhooks', async () => {
    const message = await failing(
      wrong({
        environment: 'test',
        timeoutMs: -1,
        webhooks: { leaseMs: 0, on: { payed: () => {} } },
      }),
    )
    expect(message).toMatch(/^ScalapayConfigError: ScalapayModule cannot start:\n/)
    for (const option of [
      'environment: not one of the known ones',
      'timeoutMs: must be',
      'apiKey (SCALAPAY_API_KEY): missing',
      'webhooks.apiKeys (SCALAPAY_API_KEY): the merchant key is needed',
      'webhooks.leaseMs: must be',
      'webhooks.on.payed: not an event. The events are created, authorized,',
    ]) {
      expect(message).toContain(`\n  - ${option}`)
    }
  })

  it.each([
    ['no options at all', undefined, "environment: missing. Set 'production'"],
    ['a key with a blank', { ...options, apiKey: 'a b' }, 'apiKey (SCALAPAY_API_KEY): '],
    ['a name without letters', { ...options, name: ' ' }, 'name: must be a non-empty string'],
    [
      'a bound of the drain that no timer can hold',
      { ...options, webhooks: { on: { charged: () => {} }, drainTimeoutMs: 2 ** 31 } },
      'webhooks.drainTimeoutMs: must be a whole number from 1 to 2147483647.',
    ],
    [
      'a key from a function, which cannot verify webhooks',
      { ...options, apiKey: async () => API_KEY, webhooks: { on: { charged: () => {} } } },
      /cannot start:\n {2}- webhooks\.apiKeys: needed, because apiKey is a function, .*\.$/,
    ],
    [
      'a report that goes to no function',
      { ...options, webhooks: { on: { charged: () => {} }, onReport: 'log' } },
      /cannot start:\n {2}- webhooks\.onReport: not a function\.$/,
    ],
    [
      'lists without a handler',
      { ...options, webhooks: { on: { charged: [] }, leaseMs: 0 } },
      /cannot start:\n {2}- webhooks: no handler\. .*\n {2}- webhooks\.leaseMs: must be .*\.$/,
    ],
    [
      'a misspelt option',
      { ...options, timeoutMS: 5 },
      /cannot start:\n {2}- timeoutMS: not an option\. The options are .*timeoutMs/,
    ],
    [
      'a misspelt option of webhooks',
      { ...options, webhooks: { on: { charged: () => {} }, pathh: 'hooks' } },
      /cannot start:\n {2}- webhooks\.pathh: not an option\. The options are .*schedule, path, /,
    ],
  ])('fails with %s', async (_, given, problem) => {
    const message = await failing(wrong(given as object))
    if (typeof problem === 'string') expect(message).toContain(problem)
    else expect(message).toMatch(problem)
  })

  it('fails with a factory that gives no options', async () => {
    const useFactory = () => undefined as unknown as ScalapayModuleOptions
    expect(await failing(ScalapayModule.forRootAsync({ useFactory }))).toContain(
      'environment: missing',
    )
  })

  it('fails without the key in its message', async () => {
    const message = await failing(wrong({ environment: 'production', apiKey: API_KEY }))
    expect(message).toContain('is a public test key')
    expect(message).not.toContain(API_KEY)
  })

  it('fails with a route from a factory, which comes too late', async () => {
    const useFactory = () => ({ ...options, webhooks: { path: 'hooks' } }) as ScalapayModuleOptions
    expect(await failing(ScalapayModule.forRootAsync({ webhooks: {}, useFactory }))).toContain(
      'webhooks.path: a factory runs too late for the route. Give it beside the factory: ScalapayModule.forRootAsync({ webhooks: { path }, useFactory }).',
    )
  })

  it('fails with webhooks from a factory alone', async () => {
    const useFactory = () => ({ ...options, webhooks: {} })
    expect(await failing(ScalapayModule.forRootAsync({ useFactory }))).toContain(
      'webhooks: give it beside the factory too',
    )
  })
})

describe('two modules', () => {
  it('with one name stop the start', async () => {
    const other = ScalapayModule.forRoot({ ...options, timeoutMs: 5_000 })
    expect(await failing(ScalapayModule.forRoot(options), other)).toContain(
      "name: 2 modules are called 'default'. Import ScalapayModule once for each account, as it is global, and give each further account its own: ScalapayModule.forRoot({ name: 'fr', … }).",
    )
  })

  it.each([
    ['hooks', '/hooks/'],
    ['/webhooks/scalapay/fr', undefined],
  ])('at one address, %s and %s, stop the start', async (path, named) => {
    const on = { charged: () => {} }
    const message = await failing(
      ScalapayModule.forRoot({ ...options, webhooks: { on, path } }),
      ScalapayModule.forRoot({ ...options, name: 'fr', webhooks: { on, path: named } }),
    )
    expect(message).toContain("webhooks.path: the accounts 'default' and 'fr' have the same one.")
  })

  it('with different names are told apart', async () => {
    const app = await createApp({
      imports: [
        ScalapayModule.forRoot(options),
        ScalapayModule.forRoot({ ...options, name: 'fr' }),
      ],
    })
    expect(app.get(Scalapay)).toBeInstanceOf(Scalapay)
    await app.close()
  })
})

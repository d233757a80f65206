import { describe, expect, it } from 'vitest'
import { checkSettings } from '../../src/runtime/server/lib/check-settings.js'
import {
  toClientOptions,
  webhookKeys,
  withNuxtPrefix,
} from '../../src/runtime/server/lib/settings.js'
import { webhookNumbers } from '../../src/runtime/server/lib/webhook-numbers.js'
import { privateConfig, publicConfig, withRuntimeConfig } from '../../src/runtime-config.js'

const empty = privateConfig({})

describe('the private configuration', () => {
  it('declares every key empty, so that the environment can fill it in', () => {
    expect(empty).toEqual({
      apiKey: '',
      deviceApiKey: '',
      environment: '',
      baseUrl: '',
      timeoutMs: '',
      deadlineMs: '',
      maxAttempts: '',
      appName: '',
      appVersion: '',
      webhooks: {
        path: '',
        apiKeys: '',
        acknowledgeAfterMs: '',
        drainTimeoutMs: '',
        toleranceMs: '',
        maxBodyBytes: '',
        leaseMs: '',
      },
    })
  })

  it.each([
    [{ retry: false } as const, 1],
    [{ retry: { maxAttempts: 5 } }, 5],
    [{}, ''],
  ])('makes %j into attempts', (options, maxAttempts) => {
    expect(privateConfig(options).maxAttempts).toBe(maxAttempts)
  })
})

it("keeps what the shop's own runtimeConfig leaves out of webhooks, and lets it win", () => {
  const config = privateConfig({ webhooks: { path: '/hook', leaseMs: 1 } })
  const own = { apiKey: 'k', webhooks: { leaseMs: 2 } }
  expect(withRuntimeConfig(config, own)).toEqual({
    ...config,
    apiKey: 'k',
    webhooks: { ...config.webhooks, leaseMs: 2 },
  })
  expect(withRuntimeConfig(config, undefined)).toEqual(config)
})

it('makes nothing public but what the widget needs', () => {
  const options = { baseUrl: 'https://a.example', environment: 'sandbox', timeoutMs: 1 } as const
  expect(publicConfig(options)).toEqual({
    environment: 'sandbox',
    merchantToken: '',
    locale: 'en',
    loaderUrl: 'https://cdn.scalapay.com/widget/scalapay-widget-loader.js?version=V5',
  })
})

describe('the options of the client', () => {
  it('leave out what is empty', () => {
    const given = Object.entries(toClientOptions(empty)).filter(([, value]) => value !== undefined)
    expect(given).toEqual([])
  })

  it('are those that were set', () => {
    const set = { ...empty, apiKey: 'k', environment: 'sandbox', maxAttempts: 2, appName: 'shop' }
    expect(toClientOptions(set)).toMatchObject({
      apiKey: 'k',
      environment: 'sandbox',
      retry: { maxAttempts: 2 },
      appInfo: { name: 'shop' },
    })
  })
})

it('takes the numbers of a webhook route from its options, then from the settings', () => {
  const options = { acknowledgeAfterMs: 1, drainTimeoutMs: 2, toleranceMs: 0, leaseMs: 4 }
  const config = privateConfig({ webhooks: options })
  const unset = { maxBodyBytes: undefined }
  expect(webhookNumbers(config)).toEqual({ ...options, ...unset })
  const own = { toleranceMs: { past: 5 }, leaseMs: undefined }
  expect(webhookNumbers(config, own)).toEqual({ ...options, ...unset, toleranceMs: { past: 5 } })
})

it.each([
  ['', '', []],
  ['new', '', ['new']],
  ['new', ' old , older ', ['new', 'old', 'older']],
  ['', 'old', ['old']],
])('verifies webhooks with the key %j and the further ones %j', (apiKey, apiKeys, keys) => {
  expect(webhookKeys({ ...empty, apiKey, webhooks: { ...empty.webhooks, apiKeys } })).toEqual(keys)
})

it('takes no word for a key that is not there', () => {
  const unset = { apiKey: undefined, webhooks: { ...empty.webhooks, apiKeys: undefined } }
  expect(webhookKeys({ ...empty, ...unset } as unknown as typeof empty)).toEqual([])
})

describe('the check at the start', () => {
  const usable = { ...empty, apiKey: 'k', environment: 'sandbox' }
  const withWebhooks = (numbers: object, path = '/hook') => ({
    ...usable,
    webhooks: { ...empty.webhooks, path, ...numbers },
  })

  it('passes what can be used', () => {
    const most = { acknowledgeAfterMs: 1, drainTimeoutMs: 2 ** 31 - 1, toleranceMs: 0, leaseMs: 1 }
    expect(() => checkSettings(withWebhooks(most))).not.toThrow()
  })

  it.each([
    ['acknowledgeAfterMs', 0, 'ACKNOWLEDGE_AFTER_MS'],
    ['acknowledgeAfterMs', 2 ** 31, 'ACKNOWLEDGE_AFTER_MS'],
    ['acknowledgeAfterMs', 'soon', 'ACKNOWLEDGE_AFTER_MS'],
    ['drainTimeoutMs', 0, 'DRAIN_TIMEOUT_MS'],
    ['drainTimeoutMs', 2 ** 31, 'DRAIN_TIMEOUT_MS'],
    ['toleranceMs', -1, 'TOLERANCE_MS'],
    ['maxBodyBytes', 1.5, 'MAX_BODY_BYTES'],
    ['leaseMs', 'long', 'LEASE_MS'],
  ])('refuses webhooks.%s of %j, with the name of its variable', (name, value, variable) => {
    const named = `webhooks.${name} (NUXT_SCALAPAY_WEBHOOKS_${variable}): must be `
    expect(() => checkSettings(withWebhooks({ [name]: value }))).toThrow(named)
    // A route of one's own takes them too.
    expect(() => checkSettings(withWebhooks({ [name]: value }, ''))).toThrow(named)
  })

  it.each([
    ['timeoutMs', 'NUXT_SCALAPAY_TIMEOUT_MS'],
    ['deadlineMs', 'NUXT_SCALAPAY_DEADLINE_MS'],
  ])('refuses a %s of 0 instead of taking the default', (name, variable) => {
    expect(() => checkSettings({ ...usable, [name]: 0 })).toThrow(`${name} (${variable}): must be `)
  })

  it.each([
    [{ maxAttempts: 11 }, 'retry.maxAttempts (NUXT_SCALAPAY_MAX_ATTEMPTS): must be '],
    [{ appName: 'perché' }, 'appInfo (NUXT_SCALAPAY_APP_NAME): needs a name'],
  ])('names the variable of %j, which the core knows by another name', (wrong, problem) => {
    expect(() => checkSettings({ ...usable, ...wrong })).toThrow(problem)
  })
})

it('speaks of variables as Nuxt reads them', () => {
  expect(() => checkSettings(empty)).toThrow(
    /\(NUXT_SCALAPAY_ENVIRONMENT\)[\s\S]*\(NUXT_SCALAPAY_API_KEY\)/,
  )
  expect(() => checkSettings(empty)).not.toThrow(/(?<!NUXT_)SCALAPAY_/)
})

it('leaves errors of others as they are', () => {
  const error = new Error('SCALAPAY_API_KEY')
  expect(withNuxtPrefix(error)).toBe(error)
})

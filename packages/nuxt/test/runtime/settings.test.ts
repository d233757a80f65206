import { describe, expect, it } from 'vitest'
import { checkSettings } from '../../src/runtime/server/lib/check-settings.js'
import { inNuxtWords, toClientOptions, webhookKeys } from '../../src/runtime/server/lib/settings.js'
import { privateConfig, publicConfig } from '../../src/runtime-config.js'

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
      webhooks: { path: '', apiKeys: '', acknowledgeAfterMs: '' },
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

it.each([
  ['', '', []],
  ['new', '', ['new']],
  ['new', ' old , older ', ['new', 'old', 'older']],
  ['', 'old', ['old']],
])('verifies webhooks with the key %j and the further ones %j', (apiKey, apiKeys, keys) => {
  expect(webhookKeys({ ...empty, apiKey, webhooks: { ...empty.webhooks, apiKeys } })).toEqual(keys)
})

it('speaks of variables as Nuxt reads them', () => {
  expect(() => checkSettings(empty)).toThrow(
    /\(NUXT_SCALAPAY_ENVIRONMENT\)[\s\S]*\(NUXT_SCALAPAY_API_KEY\)/,
  )
  expect(() => checkSettings(empty)).not.toThrow(/(?<!NUXT_)SCALAPAY_/)
})

it('leaves errors of others as they are', () => {
  const error = new Error('SCALAPAY_API_KEY')
  expect(inNuxtWords(error)).toBe(error)
})

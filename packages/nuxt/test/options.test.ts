import { describe, expect, it } from 'vitest'
import { checkOptions, defaults } from '../src/options.js'

describe('the options', () => {
  it('are right by default', () => {
    expect(() => checkOptions(defaults)).not.toThrow()
  })

  it.each([
    [{ apiKey: 'secret-0001' }, 'Set NUXT_SCALAPAY_API_KEY'],
    [{ deviceApiKey: 'secret-0001' }, 'Set NUXT_SCALAPAY_DEVICE_API_KEY'],
    [{ webhooks: { path: 'api/hook' } }, 'webhooks.path must begin with a slash'],
    [{ returns: { path: '/return?x=1' } }, 'returns.path must begin with a slash'],
  ])('refuse %j with what to do, and without a key', (options, message) => {
    const given = { ...defaults, ...options }
    expect(() => checkOptions(given)).toThrow(message)
    expect(() => checkOptions(given)).not.toThrow(/secret-0001/)
  })

  it('turn routes off', () => {
    const off = { path: false } as const
    expect(() => checkOptions({ ...defaults, webhooks: off, returns: off })).not.toThrow()
  })
})

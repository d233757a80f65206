import { describe, expect, it } from 'vitest'
import { addSources } from '../../src/runtime/server/lib/add-sources.js'
import { contentSecurityPolicy } from '../../src/runtime/server/lib/content-security-policy.js'
import { privateConfig, publicConfig } from '../../src/runtime-config.js'

describe('what Scalapay needs', () => {
  it.each([
    ['production', '', 'https://portal.scalapay.com'],
    ['sandbox', '', 'https://portal.integration.scalapay.com'],
    ['emulator', 'http://127.0.0.1:9999', 'http://127.0.0.1:9999'],
    ['emulator', '', 'http://127.0.0.1:8484'],
  ])('leads in %s, with the URL %j, to %s', (environment, baseUrl, checkout) => {
    const policy = contentSecurityPolicy(
      { ...privateConfig({}), environment, baseUrl },
      publicConfig({}),
    )
    expect(policy).toEqual({
      'script-src': ['https://cdn.scalapay.com'],
      'connect-src': ['https://cdn.scalapay.com'],
      'font-src': ['https://cdn.scalapay.com'],
      'img-src': ['https://cdn.scalapay.com'],
      'form-action': [checkout],
    })
  })

  it('names no host for a loader of the shop itself', () => {
    const policy = contentSecurityPolicy(
      privateConfig({}),
      publicConfig({ widget: { loaderUrl: '/widget.js' } }),
    )
    expect(policy).toEqual({})
  })
})

describe('a policy', () => {
  const sources = { 'script-src': ['https://cdn.example'], 'form-action': ['https://pay.example'] }

  it.each([
    ['a list', { 'script-src': ["'self'"] }, { 'script-src': ["'self'", 'https://cdn.example'] }],
    [
      'a text',
      { 'script-src': "'self' a" },
      { 'script-src': ["'self'", 'a', 'https://cdn.example'] },
    ],
    ['nothing allowed', { 'script-src': ["'none'"] }, { 'script-src': ['https://cdn.example'] }],
    [
      'the source already',
      { 'script-src': ['https://cdn.example'] },
      { 'script-src': ['https://cdn.example'] },
    ],
    ['a directive switched off', { 'script-src': false }, { 'script-src': false }],
    [
      'a default alone',
      { 'default-src': ["'self'"] },
      { 'default-src': ["'self'"], 'script-src': ["'self'", 'https://cdn.example'] },
    ],
    ['no restriction', {}, {}],
  ])('with %s gets what is missing', (_what, policy, expected) => {
    const changed = { ...policy }
    addSources(changed, sources)
    expect(changed).toEqual(expected)
  })
})

import { hasNuxtCompatibility } from '@nuxt/kit'
import type { Nuxt } from '@nuxt/schema'
import { expect, it } from 'vitest'
import module from '../src/module.js'

it.each([
  ['3.15.4', false],
  ['3.16.0', true],
  ['4.4.5', true],
  ['4.5.0-29345678.abcdef12', true],
  ['5.0.0-29345678.abcdef12', false],
  ['5.0.0-alpha.1', false],
  ['5.0.0', false],
])('can be used with Nuxt %s: %s', async (version, isCompatible) => {
  const { compatibility = {} } = (await module.getMeta?.()) ?? {}
  const nuxt = { _version: version, callHook: async () => undefined } as unknown as Nuxt
  expect(await hasNuxtCompatibility(compatibility, nuxt)).toBe(isCompatible)
})

import type { Scalapay } from '@scalapay-kit/core'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import { expectTypeOf, it } from 'vitest'
import { getScalapay, type ScalapayPluginOptions, scalapayPlugin } from '../src/index.js'

it('types the decorator, the plugin and the look-up', () => {
  expectTypeOf<FastifyInstance['scalapay']>().toEqualTypeOf<Scalapay>()
  expectTypeOf(scalapayPlugin).toEqualTypeOf<FastifyPluginAsync<ScalapayPluginOptions>>()
  expectTypeOf(getScalapay).returns.toEqualTypeOf<Scalapay>()
})

it('requires an environment, or a ready client alone', () => {
  expectTypeOf<{ apiKey: string }>().not.toExtend<ScalapayPluginOptions>()
  expectTypeOf<{ apiKey: string; environment: 'sandbox' }>().toExtend<ScalapayPluginOptions>()
  expectTypeOf<{ client: Scalapay }>().toExtend<ScalapayPluginOptions>()
  expectTypeOf<{ client: Scalapay; environment: 'sandbox' }>().not.toExtend<ScalapayPluginOptions>()
})

import { Scalapay } from '@scalapay-kit/core'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import scalapay, { getScalapay, scalapayPlugin } from '../src/index.js'

declare module '../src/instances.js' {
  interface ScalapayInstances {
    fr: Scalapay
  }
}

const options = { apiKey: 'qhtfs87hjnc12kkos', environment: 'sandbox' } as const

let app: FastifyInstance

beforeEach(() => {
  app = Fastify()
})

afterEach(async () => {
  await app.close()
})

describe('scalapayPlugin', () => {
  it('is the default export as well', () => {
    expect(scalapay).toBe(scalapayPlugin)
  })

  it('decorates the app with a client', async () => {
    await app.register(scalapay, options)
    expect(app.scalapay).toBeInstanceOf(Scalapay)
    expect(app.scalapay.baseUrl).toBe('https://integration.api.scalapay.com')
  })

  it('is visible outside the plugin that registers it, and in routes', async () => {
    await app.register(scalapay, options)
    await app.register(async (child) => {
      child.get('/', async () => child.scalapay === app.scalapay)
    })
    expect((await app.inject('/')).json()).toBe(true)
  })

  it('shows in the plugin list under its name', async () => {
    await app.register(scalapay, options)
    expect(app.hasPlugin('@scalapay-kit/fastify')).toBe(true)
  })

  it('takes a ready client', async () => {
    const client = new Scalapay(options)
    await app.register(scalapay, { client })
    expect(app.scalapay).toBe(client)
  })

  it.each([['apiKey'], ['environment'], ['timeoutMs']])(
    'refuses %s beside a ready client, which would make it void',
    async (option) => {
      const given = { client: new Scalapay(options), [option]: 'x' }
      await expect(app.register(scalapay, given)).rejects.toMatchObject({
        code: 'FST_SCALAPAY_OPTIONS',
        message: expect.stringContaining(`'${option}'`),
      })
    },
  )

  it('takes the options that Fastify itself reads beside a ready client', async () => {
    const client = new Scalapay(options)
    await app.register(scalapay, { client, prefix: '/shop', logLevel: 'warn' })
    expect(app.scalapay).toBe(client)
  })
})

describe('named clients', () => {
  it('stand beside the default one', async () => {
    await app.register(scalapay, options)
    await app.register(scalapay, {
      ...options,
      name: 'fr',
      environment: 'production',
      apiKey: 'sp_fr',
    })
    expect(app.scalapay.environment).toBe('sandbox')
    expect(getScalapay(app).environment).toBe('sandbox')
    expect(getScalapay(app, 'default')).toBe(app.scalapay)
    expect(getScalapay(app, 'fr').environment).toBe('production')
  })

  it('need no default one', async () => {
    await app.register(scalapay, { ...options, name: 'fr' })
    expect(getScalapay(app, 'fr')).toBeInstanceOf(Scalapay)
    expect(app.hasDecorator('scalapay')).toBe(false)
  })

  it.each([[undefined], ['fr']])('are refused twice under the name %s', async (name) => {
    await app.register(scalapay, { ...options, name })
    await expect(app.register(scalapay, { ...options, name })).rejects.toMatchObject({
      code: 'FST_SCALAPAY_DUPLICATE',
      message: expect.stringContaining(`'${name ?? 'default'}'`),
    })
  })

  it('stay inside the scope that they are registered in', async () => {
    await app.register(async (child) => {
      await child.register(scalapay, { ...options, name: 'fr' })
      expect(getScalapay(child, 'fr')).toBeInstanceOf(Scalapay)
    })
    await app.ready()
    expect(() => getScalapay(app, 'fr')).toThrow(
      expect.objectContaining({
        code: 'FST_SCALAPAY_NOT_REGISTERED',
        message: expect.stringContaining("'fr'"),
      }),
    )
  })
})

describe('closing the app', () => {
  it('closes the client that the plugin made', async () => {
    await app.register(scalapay, options)
    const close = vi.spyOn(app.scalapay, 'close')
    await app.close()
    expect(close).toHaveBeenCalledOnce()
  })

  it('leaves a ready client to its owner', async () => {
    const client = new Scalapay(options)
    const close = vi.spyOn(client, 'close')
    await app.register(scalapay, { client })
    await app.close()
    expect(close).not.toHaveBeenCalled()
  })
})

import swagger from '@fastify/swagger'
import Fastify from 'fastify'
import { expect, it } from 'vitest'
import scalapay from '../../src/index.js'

const on = { charged: () => undefined }
const client = { apiKey: 'a-merchant-key-0001', environment: 'sandbox' } as const

async function documentWith(hide: boolean | undefined) {
  const app = Fastify()
  await app.register(swagger, { openapi: {} })
  await app.register(scalapay, { ...client, webhooks: { on, hide } })
  await app.register(scalapay, { ...client, name: 'fr', webhooks: { on, hide } })
  await app.ready()
  const document = app.swagger() as { paths?: Record<string, { post: { responses: object } }> }
  await app.close()
  return document.paths ?? {}
}

it('describes the routes of every account in an OpenAPI document', async () => {
  const paths = await documentWith(undefined)
  expect(Object.keys(paths)).toEqual(['/webhooks/scalapay', '/webhooks/scalapay/fr'])
  const { responses } = paths['/webhooks/scalapay']?.post ?? {}
  expect(Object.keys(responses ?? {})).toEqual(['200', '400', '401', '413', '500', '503'])
})

it('leaves them out when they are hidden', async () => {
  expect(await documentWith(true)).toEqual({})
})

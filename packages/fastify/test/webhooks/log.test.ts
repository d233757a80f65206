import Fastify, { LogController } from 'fastify'
import { describe, expect, it, onTestFinished } from 'vitest'
import scalapay, { retryLater, type WebhookHandlers } from '../../src/index.js'
import { moduleLogger } from '../../src/log.js'
import { injectWebhook } from '../../src/testing.js'

const KEY = 'a-merchant-key-0001'

function logged(redact: string[] = []) {
  const lines: Record<string, unknown>[] = []
  const stream = { write: (line: string) => void lines.push(JSON.parse(line)) }
  const app = Fastify({
    logger: { level: 'debug', stream, redact },
    logController: new LogController({ disableRequestLogging: true }),
  })
  onTestFinished(() => app.close())
  return { app, lines, ours: () => lines.filter(({ module }) => module === 'scalapay') }
}

async function withHandlers(on: WebhookHandlers, redact?: string[]) {
  const log = logged(redact)
  const webhooks = { on }
  await log.app.register(scalapay, { apiKey: KEY, environment: 'sandbox', webhooks })
  return log
}

const fail = (error: Error) => () => {
  throw error
}
const LEVELS = { debug: 20, info: 30, warn: 40, error: 50 }

describe('one line for each delivery', () => {
  it.each<[keyof typeof LEVELS, string, WebhookHandlers, string]>([
    ['info', 'handled', { charged: () => undefined }, KEY],
    ['debug', 'no-handler', { expired: () => undefined }, KEY],
    ['info', 'retry-later', { charged: fail(retryLater('wait')) }, KEY],
    ['error', 'handler-failed', { charged: fail(new Error('no')) }, KEY],
    ['warn', 'bad-signature', { charged: () => undefined }, 'another-key'],
  ])('is at level %s when it is %s', async (level, reason, on, apiKey) => {
    const { app, ours } = await withHandlers(on)
    await injectWebhook(app, 'charged', { apiKey })
    expect(ours()).toMatchObject([{ level: LEVELS[level], reason, msg: `webhook ${reason}` }])
  })

  it.each([
    ['warn', 'webhook refused', 403],
    ['error', 'webhook not received', 500],
  ] as const)(
    'is at level %s when a hook of the app ends it: %s',
    async (level, msg, statusCode) => {
      const { app, lines } = logged()
      app.addHook('onRequest', async () => {
        throw Object.assign(new Error('no'), { statusCode })
      })
      const webhooks = { on: { charged: () => undefined } }
      await app.register(scalapay, { apiKey: KEY, environment: 'sandbox', webhooks })
      expect((await injectWebhook(app, 'charged')).statusCode).toBe(statusCode)
      expect(lines).toMatchObject([{ level: LEVELS[level], msg }])
    },
  )

  it('says what is probably wrong with a refused one, and holds neither key nor signature', async () => {
    const { app, ours } = await withHandlers({ charged: () => undefined })
    await injectWebhook(app, 'charged', { apiKey: 'another-key' })
    expect(ours()).toMatchObject([
      { problem: 'The signature does not match the body.', hint: expect.stringContaining('key') },
    ])
    expect(JSON.stringify(ours())).not.toMatch(/[0-9a-f]{64}|a-merchant-key-0001|another-key/)
  })

  it("carries what a handler threw, under the app's own redaction", async () => {
    const error = Object.assign(new Error('no'), { customer: 'Ada Rossi' })
    const { app, ours } = await withHandlers({ charged: fail(error) }, ['err.customer'])
    await injectWebhook(app, 'charged')
    expect(ours()).toMatchObject([{ err: { message: 'no', customer: '[Redacted]' } }])
  })
})

describe('the logger of the client', () => {
  it.each([
    [{ apiKey: KEY }],
    [{ options: { deviceApiKey: KEY } }],
    [{ request: { headers: { authorization: `Bearer ${KEY}` } } }],
    [{ headers: { 'x-scalapay-hmac-v1': KEY } }],
  ])('never writes a key: %j', async (fields) => {
    const { app, lines } = logged()
    moduleLogger(app.log).info(fields, 'careless')
    expect(JSON.stringify(lines)).not.toContain(KEY)
    expect(JSON.stringify(lines)).toContain('[Redacted]')
  })
})

import { type BootWebhooks, describeWebhookContract } from '@scalapay-kit/contract'
import { anApp, injecting, listening } from './apps.js'

/** The one way to spoil it: a hook of the app that replaces the body before the route gets it. */
const bootParsed: BootWebhooks = async (accounts) => {
  const app = await anApp(accounts)
  app.addHook('preValidation', async (request) => {
    request.body = JSON.parse(String(request.body))
  })
  return listening(app)
}

describeWebhookContract('fastify', async (accounts) => listening(await anApp(accounts)))
describeWebhookContract(
  'fastify over inject',
  async (accounts) => injecting(await anApp(accounts)),
  { bootParsed },
)

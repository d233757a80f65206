import {
  createWebhookReceiver,
  findReceiverProblems,
  type WebhookReceiver,
  type WebhookReport,
} from '@scalapay-kit/core/webhooks'
import type { FastifyError, FastifyInstance, FastifyPluginAsync } from 'fastify'
import { FST_SCALAPAY_DUPLICATE_ROUTE } from './errors.js'
import { findScalapay } from './instances.js'
import { keyOf } from './keys.js'
import { moduleLogger, reportLogger } from './log.js'
import { DEFAULT_NAME } from './options.js'
import { receiverPart, schemaProblems, webhookSchema } from './options-schema.js'
import { Problems } from './problems.js'
import { dropStalledBodies } from './stalled-bodies.js'
import {
  pathFor,
  type ScalapayWebhookOptions,
  type ScalapayWebhookPluginOptions,
} from './webhook-options.js'
import { rememberRoute } from './webhook-registry.js'
import { replySchema, routeSchema } from './webhook-schema.js'

/** A route, checked and ready to be mounted. */
export interface PreparedWebhook {
  readonly name: string
  readonly path: string
  readonly apiKey: string
  readonly options: ScalapayWebhookOptions
  readonly receiver: WebhookReceiver
  readonly report: (report: WebhookReport) => void
}

/** What a route is made from. */
export interface WebhookInput {
  readonly name: string
  /** The client's own key, if it has one that does not change. */
  readonly key: string | undefined
  readonly options: ScalapayWebhookOptions
  /** Where these options stand in those of the user, for the wording of problems. */
  readonly where: 'webhooks.' | ''
}

/**
 * Makes the receiver of a route.
 *
 * @param problems takes what is wrong with the options
 * @returns `undefined` when something is wrong
 */
export function prepareWebhook(
  fastify: FastifyInstance,
  { name, key, options, where }: WebhookInput,
  problems: Problems,
): PreparedWebhook | undefined {
  const apiKeys = options.apiKeys ?? key
  if (apiKeys === undefined) {
    problems.add(
      `${where}apiKeys: needed, because the key of the client '${name}' is not known here: it is a function, the client was made elsewhere, or the key is missing. Give the merchant key, or several.`,
    )
  }
  const path = pathFor(options, name === DEFAULT_NAME ? '' : name)
  if (path === undefined) {
    problems.add(
      `${where}path: needed, because the name '${name}' cannot stand in an address. Give a path, such as '/webhooks/scalapay-2'.`,
    )
  }
  const log = reportLogger(fastify.log)
  const tell = async (what: WebhookReport) => options.onReport?.(what)
  const report = (what: WebhookReport) => {
    log(what)
    // Not all reports go through the core, which guards itself: a broken metric must neither be the answer nor end the process.
    void tell(what).catch(() => undefined)
  }
  const settings = { ...receiverPart(options), on: options.on }
  const found = findReceiverProblems({ ...settings, apiKeys }, { without: ['apiKeys'] })
  for (const problem of found) problems.add(`${where}${problem}`)
  if (found.length > 0 || apiKeys === undefined || path === undefined) return undefined
  const receiver = createWebhookReceiver({ ...settings, apiKeys, onReport: report })
  const [apiKey = ''] = [apiKeys].flat()
  return { name, path, apiKey, options, receiver, report }
}

/** Mounts a route in a scope of its own, whose parser leaves the bytes as they are; other routes keep theirs. */
export async function mountWebhook(
  scope: FastifyInstance,
  { name, path, apiKey, options, receiver, report }: PreparedWebhook,
): Promise<void> {
  const { hide = false } = options
  const url = `${scope.prefix.replace(/\/$/, '')}${path}`
  if (scope.hasRoute({ method: 'POST', url })) throw new FST_SCALAPAY_DUPLICATE_ROUTE(url)

  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
  scope.addSchema(replySchema)

  // The app's own handler may answer with a page, or with what went wrong inside.
  scope.setErrorHandler((error: FastifyError, { log }, reply) => {
    const { statusCode = 500 } = error
    const reason = statusCode === 413 ? 'body-too-large' : 'failed'
    if (statusCode === 413) report({ status: 413, reason, level: 'warn', isLate: false, error })
    else if (statusCode < 500) log.warn({ err: error }, 'webhook refused')
    else log.error({ err: error }, 'webhook not received')
    return reply.code(statusCode).send({ received: false, reason })
  })

  dropStalledBodies(scope)
  let isClosing = false
  scope.addHook('preClose', async () => {
    isClosing = true
  })
  scope.addHook('onClose', async () => drain(scope, receiver))

  scope.post(
    path,
    { bodyLimit: receiver.maxBodyBytes, schema: routeSchema(hide) },
    async ({ body, headers, log }, reply) => {
      if (isClosing) {
        // Not acknowledged, so Scalapay sends it again, to the process that comes next.
        log.info('webhook refused: the app is closing')
        return reply.code(503).send({ received: false, reason: 'closing' })
      }
      const answer = await receiver.receive({ rawBody: body as Buffer | null, headers })
      return reply.code(answer.status).send(answer.body)
    },
  )
  rememberRoute(scope, { name, url, apiKey: () => apiKey })
}

async function drain({ log }: FastifyInstance, receiver: WebhookReceiver): Promise<void> {
  const { drainTimeoutMs } = receiver
  if (await receiver.drain({ timeoutMs: drainTimeoutMs })) return
  moduleLogger(log).warn(
    { drainTimeoutMs },
    'webhook handlers still at work at the end: the sweep has to find their orders',
  )
}

/**
 * The webhook route alone, for mounting by hand: in a scope of your own, under its prefix and hooks.
 *
 * @example
 * await app.register(scalapayWebhook, { prefix: '/internal', on: { charged: settle } })
 *
 * @throws FST_SCALAPAY_OPTIONS naming everything that is wrong with the options
 * @throws FST_SCALAPAY_DUPLICATE_ROUTE when the path is taken
 */
export const scalapayWebhook: FastifyPluginAsync<ScalapayWebhookPluginOptions> = async (
  scope,
  options,
) => {
  const problems = new Problems(schemaProblems(webhookSchema, options))
  const { name = DEFAULT_NAME, ...webhooks } = options
  const client = findScalapay(scope, name)
  const key = client === undefined ? undefined : keyOf(client)
  const prepared = prepareWebhook(scope, { name, key, options: webhooks, where: '' }, problems)
  problems.throwAny()
  if (prepared !== undefined) await mountWebhook(scope, prepared)
}

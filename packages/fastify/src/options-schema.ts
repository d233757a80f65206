import type { ScalapayOptions } from '@scalapay-kit/core'
import { WEBHOOK_RECEIVER_OPTIONS, type WebhookReceiverOptions } from '@scalapay-kit/core/webhooks'
import { Ajv, type ErrorObject } from 'ajv'

/** What only the core can judge, such as functions and keys: it is asked afterwards. */
const checkedByCore = {}

const clientSchemas = {
  apiKey: checkedByCore,
  deviceApiKey: checkedByCore,
  environment: checkedByCore,
  baseUrl: checkedByCore,
  timeoutMs: checkedByCore,
  deadlineMs: checkedByCore,
  retry: checkedByCore,
  fetch: checkedByCore,
  tls: checkedByCore,
  agent: checkedByCore,
  logger: checkedByCore,
  appInfo: checkedByCore,
} as const satisfies Record<keyof ScalapayOptions, object>

const receiverSchemas = Object.fromEntries(
  WEBHOOK_RECEIVER_OPTIONS.map((name) => [name, checkedByCore]),
)

const webhooks = {
  type: 'object',
  additionalProperties: false,
  properties: {
    path: { type: 'string', pattern: '^/[^\\s?#]*$' },
    hide: { type: 'boolean' },
    ...receiverSchemas,
  },
} as const

/** Fastify merges these into the options of every plugin registered with a prefix or a log level. */
const addedByFastify = { prefix: {}, logLevel: {}, logSerializers: {} }

const name = { type: 'string', pattern: '\\S' } as const

/** What a registration takes, one by one, so that a misspelt option is an error and not a default. */
export const pluginSchema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    name,
    webhooks,
    client: { type: 'object' },
    ...clientSchemas,
    ...addedByFastify,
  },
} as const

/** What the webhook route takes when it is mounted by hand. */
export const webhookSchema = {
  ...webhooks,
  properties: { ...webhooks.properties, name, ...addedByFastify },
} as const

/** Those of the client among the options; it refuses what it does not know. */
export function clientPart(options: object): ScalapayOptions {
  return pick(options, clientSchemas) as unknown as ScalapayOptions
}

/** Those of the receiver among the options; it refuses what it does not know. */
export function receiverPart(options: object): Partial<WebhookReceiverOptions> {
  return pick(options, receiverSchemas)
}

function pick(options: object, known: object): object {
  return Object.fromEntries(
    Object.entries(options).filter(([option]) => Object.hasOwn(known, option)),
  )
}

/**
 * Checks options against a schema.
 *
 * @returns everything that is wrong, each with the option's name and what to do
 */
export function schemaProblems(schema: object, options: object): string[] {
  const ajv = new Ajv({ allErrors: true, strict: true })
  const given = withoutUndefined(options)
  ajv.validate(schema, given)
  return (ajv.errors ?? []).map((error) => explain(error, schema))
}

/** An option that is `undefined` counts as left out, everywhere in this package. */
function withoutUndefined(options: object): object {
  const entries = Object.entries(options).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    entries.map(([key, value]) => [key, key === 'webhooks' ? plain(value) : value]),
  )
}

function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? withoutUndefined(value) : value
}

function explain({ instancePath, keyword, params, message }: ErrorObject, schema: object): string {
  const path = instancePath.slice(1).split('/').filter(Boolean)
  if (keyword === 'additionalProperties') {
    const option = [...path, params.additionalProperty].join('.')
    return `${option}: not an option. The options are ${known(schema, path).join(', ')}.`
  }
  const hint = keyword === 'pattern' ? PATTERN_HINTS[path.at(-1) ?? ''] : undefined
  return `${path.join('.')}: ${hint ?? message}.`
}

const PATTERN_HINTS: Readonly<Record<string, string>> = {
  name: 'must be a non-empty string, or left out for app.scalapay',
  path: "must begin with a slash, without white space or a query, such as '/webhooks/scalapay'",
}

function known(schema: object, path: readonly string[]): string[] {
  const { properties = {} } = schema as { properties?: Record<string, object> }
  const [first, ...rest] = path
  const inner = first === undefined ? undefined : properties[first]
  if (inner !== undefined) return known(inner, rest)
  return Object.keys(properties).filter((option) => !Object.hasOwn(addedByFastify, option))
}

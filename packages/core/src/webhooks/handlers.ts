import { KNOWN_STATUSES, type WebhookEvent, type WebhookStatus } from './event.js'

/** What a handler is told besides the event. */
export interface WebhookContext {
  /**
   * The place in `apiKeys` of the key that had signed the event: with several merchants, which of them it is about. Any of
   * the keys can sign anything, so act with the client of that very merchant.
   */
  readonly keyIndex: number
}

/**
 * Reacts to an event. What it returns is awaited and ignored; when it throws, the delivery is answered with 503 and
 * Scalapay sends it again. It may run again after it failed, or when its process died, so it must be repeatable.
 */
export type WebhookHandler = (event: WebhookEvent, context: WebhookContext) => unknown

/**
 * A handler with a name of its own, under which the store remembers that it ran. Without one, its place in the list is
 * its name: then append new handlers at the end, so that an event that is sent again meets the handlers it met before.
 */
export interface NamedWebhookHandler {
  /** Unique among the handlers of its status, and kept across versions of your shop. */
  readonly name: string
  /** Reacts to the event. */
  readonly handle: WebhookHandler
}

type OneHandler = WebhookHandler | NamedWebhookHandler

/** `unknown` for every status that this version does not know, `*` for every event. */
const TOPICS = [...KNOWN_STATUSES, 'unknown', '*'] as const
type Topic = (typeof TOPICS)[number]

/**
 * Handlers by status; `unknown` for the statuses that this version does not know, `*` for every event. The handlers of an
 * event run side by side, and each is repeated on its own.
 */
export type WebhookHandlers = {
  readonly [Status in Topic]?: OneHandler | readonly OneHandler[] | undefined
}

/** The handlers, checked. */
export type HandlerTable = ReadonlyMap<Topic, readonly NamedWebhookHandler[]>

/** Checks the handlers and names each of them; what is wrong is added to `problems`. */
export function resolveHandlers(on: unknown, problems: string[]): HandlerTable {
  const given = Object.entries(typeof on === 'object' && on !== null ? on : {})
    .filter(([, handlers]) => handlers !== undefined)
    .map(([topic, handlers]) => ({ topic, named: nameHandlers(topic, handlers) }))
  if (given.every(({ named }) => named.length === 0)) {
    problems.push('on: give at least one handler, such as { charged: async (event) => {} }.')
  }
  const table = new Map<Topic, readonly NamedWebhookHandler[]>()
  for (const { topic, named } of given) {
    if (isTopic(topic)) table.set(topic, named.filter(isUsable))
    else problems.push(`on.${topic}: not an event. The events are ${TOPICS.join(', ')}.`)
    problems.push(...findProblems(topic, named))
  }
  return table
}

/** The handlers of a status. */
export function handlersFor(
  status: WebhookStatus,
  table: HandlerTable,
): readonly NamedWebhookHandler[] {
  const topic = KNOWN_STATUSES.find((known) => known === status) ?? 'unknown'
  return [...(table.get(topic) ?? []), ...(table.get('*') ?? [])]
}

function nameHandlers(topic: string, handlers: unknown): Partial<NamedWebhookHandler>[] {
  return [handlers].flat().map((handler, index) => nameHandler(topic, handler, index))
}

function nameHandler(topic: string, handler: unknown, index: number): Partial<NamedWebhookHandler> {
  if (typeof handler === 'function') {
    return { name: `${topic}#${index}`, handle: handler as WebhookHandler }
  }
  const named: Partial<NamedWebhookHandler> =
    typeof handler === 'object' && handler !== null ? handler : {}
  const { name, handle } = named
  if (typeof name !== 'string' || name === '' || typeof handle !== 'function') return {}
  // It may be an instance, whose method needs it.
  return { name: `${topic}:${name}`, handle: handle.bind(named) }
}

function findProblems(topic: string, named: readonly Partial<NamedWebhookHandler>[]): string[] {
  const names = named.filter(isUsable).map(({ name }) => name)
  return [
    ...(names.length < named.length
      ? [`on.${topic}: needs a function, { name, handle }, or a list of them.`]
      : []),
    ...(new Set(names).size < names.length
      ? [`on.${topic}: two handlers have the same name. Give each its own.`]
      : []),
  ]
}

function isUsable(handler: Partial<NamedWebhookHandler>): handler is NamedWebhookHandler {
  return handler.handle !== undefined
}

function isTopic(topic: string): topic is Topic {
  return TOPICS.some((known) => known === topic)
}

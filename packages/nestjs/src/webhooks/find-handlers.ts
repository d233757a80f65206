import type { DiscoveryService, MetadataScanner } from '@nestjs/core'
import { ScalapayConfigError } from '@scalapay-kit/core'
import { type Subscription, subscriptionsOf } from './on-scalapay-event.js'

/** How Nest keeps a provider. Its class is not exported by every version. */
export type Wrapper = ReturnType<DiscoveryService['getProviders']>[number]

/** A method that subscribed to events. */
export interface FoundHandler extends Subscription {
  /** The name under which the store remembers it: `OrderEvents.onCharged`. */
  readonly key: string
  readonly methodName: string
  readonly wrapper: Wrapper
}

/** The parts of Nest that find providers and their methods. */
export interface Discovery {
  readonly discovery: DiscoveryService
  readonly scanner: MetadataScanner
}

/**
 * Finds the methods with `@OnScalapayEvent` of every provider, for all accounts.
 *
 * @throws ScalapayConfigError when a handler is where it could not be called, or two could not be told apart
 */
export function findHandlers({ discovery, scanner }: Discovery): FoundHandler[] {
  const handlers = discovery.getProviders().flatMap((wrapper) => handlersOf(wrapper, scanner))
  const once = withoutAliases(handlers)
  const problems = [
    ...discovery
      .getControllers()
      .flatMap((wrapper) => handlersOf(wrapper, scanner).map(onController)),
    ...once.flatMap(guardProblems),
    ...repeatedKeys(once),
  ]
  if (problems.length > 0) throw new ScalapayConfigError(problems.join('\n'), { problems })
  return once
}

function handlersOf(wrapper: Wrapper, scanner: MetadataScanner): FoundHandler[] {
  const prototype = prototypeOf(wrapper)
  if (prototype === undefined) return []
  return scanner.getAllMethodNames(prototype).flatMap((methodName) => {
    const key = `${prototype.constructor.name}.${methodName}`
    const subscriptions = subscriptionsOf(prototype[methodName] as object)
    return subscriptions.map((subscription) => ({ ...subscription, key, methodName, wrapper }))
  })
}

function prototypeOf(wrapper: Wrapper): Record<string, unknown> | undefined {
  const { instance, metatype } = wrapper
  // A factory is a metatype too, and its prototype is not that of the object which it makes.
  if (typeof instance === 'object' && instance !== null)
    return Object.getPrototypeOf(instance) ?? undefined
  return wrapper.inject === undefined ? metatype?.prototype : undefined
}

/** One object under two tokens is one handler. */
function withoutAliases(handlers: readonly FoundHandler[]): FoundHandler[] {
  const seen = new Map<unknown, Set<string>>()
  return handlers.filter(({ wrapper, methodName, name, events }) => {
    const owner = isPerEvent(wrapper) ? wrapper : wrapper.instance
    const known = seen.get(owner) ?? new Set()
    const what = JSON.stringify([methodName, name, events])
    const isNew = !known.has(what)
    seen.set(owner, known.add(what))
    return isNew
  })
}

/** Whether a provider is made anew for each event: request-scoped or transient. */
export function isPerEvent(wrapper: Wrapper): boolean {
  return wrapper.isTransient || !wrapper.isDependencyTreeStatic()
}

function onController({ key }: FoundHandler): string {
  return `${key} is on a controller. Move the method with @OnScalapayEvent to a provider.`
}

/** The keys under which `@UseGuards` and `@UseFilters` keep their arguments. */
const WITHOUT_EFFECT = { __guards__: '@UseGuards', __exceptionFilters__: '@UseFilters' } as const

function guardProblems({ key, wrapper, methodName }: FoundHandler): string[] {
  const prototype = prototypeOf(wrapper)
  const decorated = [prototype?.[methodName], prototype?.constructor] as object[]
  return Object.entries(WITHOUT_EFFECT)
    .filter(([metadataKey]) => decorated.some((target) => Reflect.hasMetadata(metadataKey, target)))
    .map(
      ([, decorator]) =>
        `${key}: ${decorator} has no effect beside @OnScalapayEvent, on the method or on its class. Guard the route instead, with webhooks: { decorators: [${decorator.slice(1)}(…)] }, or catch in the method.`,
    )
}

function repeatedKeys(handlers: readonly FoundHandler[]): string[] {
  const owners = new Map<string, Set<Wrapper>>()
  for (const { key, wrapper } of handlers) {
    owners.set(key, (owners.get(key) ?? new Set()).add(wrapper))
  }
  return [...owners].flatMap(([key, wrappers]) => {
    if (wrappers.size < 2) return []
    const modules = [...wrappers].map((wrapper) => wrapper.host?.name ?? '?').join(' and ')
    return [
      `${key} is there twice, in ${modules}: every event would be handled twice. Provide the class in one module, which exports it; two classes of one name need different names.`,
    ]
  })
}

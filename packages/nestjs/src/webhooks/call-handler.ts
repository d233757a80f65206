import {
  type ApplicationConfig,
  ContextIdFactory,
  type ExternalContextCreator,
  ModuleRef,
} from '@nestjs/core'
import type { NamedWebhookHandler, WebhookContext, WebhookEvent } from '@scalapay-kit/core/webhooks'
import { type FoundHandler, isPerEvent, type Wrapper } from './find-handlers.js'

/**
 * The type of the execution context in which handlers run, for interceptors that are bound to handlers or globally:
 * `context.getType() === SCALAPAY_WEBHOOK_CONTEXT`. Its arguments are the event and the `WebhookContext`. The route itself
 * is plain `'http'`.
 */
export const SCALAPAY_WEBHOOK_CONTEXT = 'scalapay_webhook'

type ContextId = ReturnType<typeof ContextIdFactory.create>
type Call = (event: WebhookEvent, context: WebhookContext) => Promise<unknown>
type Methods = Record<string, (...args: unknown[]) => unknown>

/** The parts of Nest that call a method in a context. */
export interface Calling {
  readonly creator: ExternalContextCreator
  readonly config: ApplicationConfig
}

/** Makes a method of a provider a handler of the core's receiver. */
export function toWebhookHandler(
  { key, methodName, wrapper }: FoundHandler,
  { creator, config }: Calling,
): NamedWebhookHandler {
  const interceptors = config.getGlobalRequestInterceptors()
  if (!isPerEvent(wrapper) && interceptors.length === 0) {
    return { name: key, handle: inContext(wrapper.instance, methodName, creator) }
  }
  return {
    name: key,
    handle: async (event, context) => {
      const contextId = ContextIdFactory.create()
      // Nest creates them only for requests of a route, and would call them here without their dependencies.
      for (const interceptor of interceptors) await resolve(interceptor, event, contextId)
      const instance = isPerEvent(wrapper)
        ? await resolve(wrapper, event, contextId)
        : wrapper.instance
      return inContext(instance, methodName, creator, contextId)(event, context)
    },
  }
}

function inContext(
  instance: Methods,
  methodName: string,
  creator: ExternalContextCreator,
  contextId?: ContextId,
): Call {
  return creator.create(
    instance,
    instance[methodName] as Methods[string],
    methodName,
    undefined,
    undefined,
    contextId,
    undefined,
    { interceptors: true, guards: false, filters: false },
    SCALAPAY_WEBHOOK_CONTEXT,
  )
}

/** The provider's own module makes it, so that another one under the same token is never taken for it. */
async function resolve(
  { host, token }: Wrapper,
  event: WebhookEvent,
  contextId: ContextId,
): Promise<Methods> {
  const moduleRef: ModuleRef | undefined = host?.getProviderByKey(ModuleRef)?.instance
  if (moduleRef === undefined) throw new Error('Nest gave a provider without its module.')
  moduleRef.registerRequestByContextId(event, contextId)
  return moduleRef.resolve(token as string, contextId, { strict: true })
}

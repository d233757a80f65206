import type { Scalapay } from '@scalapay-kit/core'
import type { FastifyInstance } from 'fastify'
import { FST_SCALAPAY_DUPLICATE, FST_SCALAPAY_NOT_REGISTERED } from './errors.js'
import { DEFAULT_NAME } from './options.js'

/**
 * The names of the accounts of your app. Add yours, and `getScalapay` takes no other:
 *
 * @example
 * declare module '@scalapay-kit/fastify' {
 *   interface ScalapayInstances {
 *     fr: Scalapay
 *   }
 * }
 */
export interface ScalapayInstances {
  /** The client of the registration without a `name`: `app.scalapay`. */
  default: Scalapay
}

/** A name that an account may have. */
export type ScalapayName = keyof ScalapayInstances & string

/**
 * One decorator per name, so that Fastify's own encapsulation decides who sees which client.
 * `Symbol.for`, because the ESM and the CommonJS copy of this package may meet in one process.
 */
const decoratorOf = (name: string): string | symbol =>
  name === DEFAULT_NAME ? 'scalapay' : Symbol.for(`scalapay-kit.fastify.${name}`)

/** An instance of Fastify, whatever its server, its logger and its type provider are. */
type Scope = Pick<FastifyInstance, 'hasDecorator'>

/** @throws FST_SCALAPAY_DUPLICATE */
export function assertNameIsFree(fastify: FastifyInstance, name: string): void {
  if (fastify.hasDecorator(decoratorOf(name))) throw new FST_SCALAPAY_DUPLICATE(name)
}

/** Gives this scope the client. */
export function decorate(fastify: FastifyInstance, name: string, client: Scalapay): void {
  fastify.decorate(decoratorOf(name), client)
}

/** The client of that name, if this scope sees one. */
export function findScalapay(fastify: Scope, name: string): Scalapay | undefined {
  const decorator = decoratorOf(name)
  // Not `getDecorator`, which Fastify has from 5.3 on.
  return fastify.hasDecorator(decorator) ? Reflect.get(fastify, decorator) : undefined
}

/**
 * The client that was registered under a name, in this scope or in one around it.
 *
 * @param fastify the app, or the instance that a plugin or `request.server` gives
 * @param name the `name` of the registration: one of `ScalapayInstances`
 * @defaultValue `name` is `'default'`, the client that is `app.scalapay`
 * @throws FST_SCALAPAY_NOT_REGISTERED
 */
export function getScalapay(
  fastify: Pick<FastifyInstance, 'hasDecorator'>,
  name: ScalapayName = DEFAULT_NAME,
): Scalapay {
  const client = findScalapay(fastify, name)
  if (client === undefined) throw new FST_SCALAPAY_NOT_REGISTERED(name)
  return client
}

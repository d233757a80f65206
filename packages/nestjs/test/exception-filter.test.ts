import { EventEmitter, once } from 'node:events'
import { Controller, Get, HttpException, Param } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js'
import {
  ScalapayAbortError,
  ScalapayAuthenticationError,
  ScalapayConfigError,
  ScalapayConflictError,
  ScalapayConnectionError,
  type ScalapayError,
  ScalapayOrderNotFoundError,
  ScalapayRateLimitError,
  ScalapayRequestError,
  ScalapayServerError,
  ScalapayTimeoutError,
  ScalapayWebhookError,
} from '@scalapay-kit/core'
import { firstValueFrom, type Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { ScalapayExceptionFilter } from '../src/index.js'
import { adapters, startApp } from './support/app.js'

const SECRET = 'SECRET-KEY-AND-TOKEN'
const details = { hint: SECRET, requestId: SECRET, errorCode: SECRET, cause: new Error(SECRET) }

const cases: [ScalapayError, number][] = [
  [new ScalapayRequestError(SECRET, details), 422],
  [new ScalapayOrderNotFoundError(SECRET, details), 404],
  [new ScalapayConflictError(SECRET, details), 409],
  [new ScalapayRateLimitError(SECRET, { ...details, retryAfterMs: 1_500 }), 503],
  [new ScalapayServerError(SECRET, details), 502],
  [new ScalapayConnectionError(SECRET, details), 502],
  [new ScalapayTimeoutError(SECRET, details), 504],
  [new ScalapayAbortError(SECRET, details), 503],
  [new ScalapayAuthenticationError(SECRET, details), 500],
  [new ScalapayConfigError(SECRET, details), 500],
  [new ScalapayWebhookError(SECRET, { ...details, reason: 'bad-signature' }), 401],
  [new ScalapayWebhookError(SECRET, { ...details, reason: 'malformed-body' }), 400],
  [new ScalapayWebhookError(SECRET, { ...details, reason: 'body-too-large' }), 413],
]

/** As another copy of the core would make it: the same brand, and another class. */
class ForeignError extends Error {
  override readonly name = 'ScalapayTimeoutError'
  constructor() {
    super(SECRET)
    Object.assign(this, { [Symbol.for('scalapay-kit.error')]: true })
  }
}

@Controller()
class Failing {
  @Get('foreign')
  foreign(): never {
    throw new ForeignError()
  }
  @Get('other')
  other(): never {
    throw new Error('of another kind')
  }
  @Get(':index')
  fail(@Param('index') index: string): never {
    throw cases[Number(index)]?.[0]
  }
}

const metadata = {
  controllers: [Failing],
  providers: [{ provide: APP_FILTER, useClass: ScalapayExceptionFilter }],
}

describe.each(adapters)('ScalapayExceptionFilter on %s', (_, adapter) => {
  it('answers each class of error with its status, and tells nothing of the error', async () => {
    await using app = await startApp(metadata, { adapter: adapter() })
    for (const [index, [error, status]] of cases.entries()) {
      const response = await fetch(`${app.url}/${index}`)
      const text = await response.text()
      expect([error.name, response.status]).toEqual([error.name, status])
      expect(JSON.parse(text)).toEqual({ statusCode: status, message: expect.any(String) })
      expect(text).not.toContain(SECRET)
    }
  })

  it('says when to come again, as far as Scalapay has said it', async () => {
    await using app = await startApp(metadata, { adapter: adapter() })
    const response = await fetch(`${app.url}/3`)
    expect(response.headers.get('retry-after')).toBe('2')
  })

  it('knows the errors of another copy of the core, and leaves all others alone', async () => {
    await using app = await startApp(metadata, { adapter: adapter() })
    expect((await fetch(`${app.url}/foreign`)).status).toBe(504)
    const other = await fetch(`${app.url}/other`)
    expect(await other.json()).toEqual({ statusCode: 500, message: 'Internal server error' })
  })
})

it('throws the same answer outside HTTP, for the framework there to send', () => {
  const host = new ExecutionContextHost([])
  host.setType('graphql')
  const error = new ScalapayTimeoutError(SECRET, details)
  const thrown = () => {
    try {
      return new ScalapayExceptionFilter().catch(error, host)
    } catch (answer) {
      return answer
    }
  }
  expect(thrown()).toBeInstanceOf(HttpException)
  expect(thrown()).toMatchObject({
    response: { statusCode: 504, message: 'The payment service did not answer in time.' },
  })
})

it('answers a microservice and a gateway as Nest does, for they wait for ever when it throws', async () => {
  const message = 'The payment service did not answer in time.'
  const filter = new ScalapayExceptionFilter()
  const error = new ScalapayTimeoutError(SECRET, details)
  const rpc = new ExecutionContextHost([{}, {}])
  rpc.setType('rpc')
  const answer = firstValueFrom(filter.catch(error, rpc) as Observable<never>)
  await expect(answer).rejects.toEqual({ status: 'error', statusCode: 504, message })

  const client = new EventEmitter()
  const told = once(client, 'exception')
  const gateway = new ExecutionContextHost([client, {}])
  gateway.setType('ws')
  filter.catch(error, gateway)
  expect(await told).toEqual([{ status: 'error', message }])
})

it('can be made by hand, for useGlobalFilters', async () => {
  await using app = await startApp(
    { controllers: [Failing] },
    { configure: (made) => made.useGlobalFilters(new ScalapayExceptionFilter()) },
  )
  expect((await fetch(`${app.url}/0`)).status).toBe(422)
})

import { describe, expect, expectTypeOf, it } from 'vitest'
import type {
  Delivery,
  ScalapayWebhookError,
  WebhookErrorReason,
  WebhookEvent,
  WebhookHandlers,
  WebhookReceiverOptions,
  WebhookReply,
} from '../../src/webhooks.js'
import { delivery, receiver } from './deliveries.js'

// Judged by the type check, where a needless expectation of an error is an error too: at run time little happens here.

const none = () => undefined

describe('the types of a receiver', () => {
  it('take handlers by the documented statuses, unknown and *', () => {
    const right: WebhookHandlers = {
      created: none,
      authorized: async (event) => event.orderToken,
      charged: [none, { name: 'mail', handle: none }],
      refunded: undefined,
      unknown: none,
      '*': none,
    }
    // @ts-expect-error captured is the status of a capture, and no event
    const captured: WebhookHandlers = { captured: none }
    // @ts-expect-error a handler is a function
    const text: WebhookHandlers = { charged: 'markPaid' }
    expect([right, captured, text]).toHaveLength(3)
  })

  it('need keys and handlers', () => {
    // @ts-expect-error nothing can be verified without a key
    const withoutKey: WebhookReceiverOptions = { on: { charged: none } }
    // @ts-expect-error nothing would happen without a handler
    const withoutHandlers: WebhookReceiverOptions = { apiKeys: 'key' }
    expect([withoutKey, withoutHandlers]).toHaveLength(2)
  })

  it('take bytes, text and nothing as a body, and no object', () => {
    const headers = new Headers()
    expectTypeOf<Buffer | string | undefined | null>().toExtend<Delivery['rawBody']>()
    // @ts-expect-error what was signed cannot be made again from an object
    const parsed: Delivery = { rawBody: { status: 'charged' }, headers }
    expect(parsed.headers).toBe(headers)
  })

  it('tell which statuses are answered', async () => {
    expectTypeOf<WebhookReply['status']>().toEqualTypeOf<200 | 400 | 401 | 413 | 500 | 503>()
    const { receive } = receiver()
    expectTypeOf(await receive(await delivery())).toEqualTypeOf<WebhookReply>()
  })

  it('leave the statuses of an event open, and the reasons of a refusal closed', () => {
    expectTypeOf<'disputed'>().toExtend<WebhookEvent['status']>()
    expectTypeOf<ScalapayWebhookError['reason']>().toEqualTypeOf<WebhookErrorReason>()
    expectTypeOf<'disputed'>().not.toExtend<WebhookErrorReason>()
  })

  it('do not let a handler change what the others are given', () => {
    const handlers: WebhookHandlers = {
      charged: (event) => {
        // @ts-expect-error every handler of an event is given the same one
        event.orderToken = 'T2'
      },
    }
    expect(Object.keys(handlers)).toEqual(['charged'])
  })
})

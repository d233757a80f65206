import { describe, expect, it } from 'vitest'
import {
  createWebhookReceiver,
  findReceiverProblems,
  signWebhook,
  verifyWebhook,
  WEBHOOK_RECEIVER_OPTIONS,
  type WebhookReceiverOptions,
} from '../../src/webhooks.js'
import { bodyOf, delivery, KEY, NOW, receiver } from './deliveries.js'

const KEYS =
  'apiKeys (SCALAPAY_API_KEY): the merchant key is needed to verify webhooks, and none in a list may be empty.'
const TOLERANCE =
  'toleranceMs: must be milliseconds from 0 up, as one number or as { past, future }.'
const BYTES = 'maxBodyBytes: must be a whole number from 1 to 9007199254740991.'

const VERIFY = 'apiKeys, toleranceMs, maxBodyBytes, now'
const RECEIVE = `${VERIFY}, on, store, acknowledgeAfterMs, leaseMs, drainTimeoutMs, onReport, schedule`

const verifyProblems: [object, string][] = [
  [{ apiKeys: undefined }, KEYS],
  [{ apiKeys: '' }, KEYS],
  [{ apiKeys: ' \n' }, KEYS],
  [{ apiKeys: [] }, KEYS],
  [{ apiKeys: [KEY, ''] }, KEYS],
  [{ apiKeys: [KEY, undefined] }, KEYS],
  [{ apiKeys: 42 }, KEYS],
  [{ toleranceMs: Number.NaN }, TOLERANCE],
  [{ toleranceMs: -1 }, TOLERANCE],
  [{ toleranceMs: Number.POSITIVE_INFINITY }, TOLERANCE],
  [{ toleranceMs: '300000' }, TOLERANCE],
  [{ toleranceMs: { past: Number.NaN } }, TOLERANCE],
  [{ toleranceMs: { future: '300000' } }, TOLERANCE],
  [{ maxBodyBytes: 0 }, BYTES],
  [{ maxBodyBytes: Number.NaN }, BYTES],
  [{ maxBodyBytes: '1000' }, BYTES],
]

const DRAIN = 'drainTimeoutMs: must be a whole number from 1 to 2147483647.'
const TIMER = 'acknowledgeAfterMs: must be a whole number from 1 to 2147483647.'
const HANDLERS = 'on: give at least one handler, such as { charged: async (event) => {} }.'
const EVENT =
  'on.paid: not an event. The events are created, authorized, charged, refunded, expired, unknown, *.'
const STORE = 'store: needs the methods claim, complete and release.'

const receiverProblems: [object, string][] = [
  ...verifyProblems,
  [{ tolerance: 5 }, `tolerance: not an option. The options are ${RECEIVE}.`],
  [{ acknowledgeAfterMs: 0 }, TIMER],
  [{ acknowledgeAfterMs: 2 ** 31 }, TIMER],
  [{ acknowledgeAfterMs: Number.NaN }, TIMER],
  [{ drainTimeoutMs: 0 }, DRAIN],
  [{ drainTimeoutMs: 2 ** 31 }, DRAIN],
  [{ drainTimeoutMs: 1.5 }, DRAIN],
  [{ leaseMs: 0 }, 'leaseMs: must be a whole number from 1 to 9007199254740991.'],
  [{ store: {} }, STORE],
  [{ store: { claim: () => undefined, complete: () => undefined } }, STORE],
  [{ onReport: 'log' }, 'onReport: not a function.'],
]

const on = { charged: () => undefined }
const make = (options: object) => () =>
  createWebhookReceiver({ apiKeys: KEY, on, ...options } as WebhookReceiverOptions)

describe('createWebhookReceiver', () => {
  it.each(receiverProblems)('refuses %j', (options, problem) => {
    expect(make(options)).toThrow(
      expect.objectContaining({
        name: 'ScalapayConfigError',
        message: `The webhook receiver cannot start:\n  - ${problem}`,
        problems: [problem],
      }),
    )
  })

  it('names all problems at once', () => {
    const problems = [
      KEYS,
      expect.stringMatching(/^on: /),
      TOLERANCE,
      expect.stringMatching(/^leaseMs: /),
    ]
    expect(make({ apiKeys: '', on: {}, toleranceMs: -1, leaseMs: 0 })).toThrow(
      expect.objectContaining({ problems: expect.arrayContaining(problems) }),
    )
    expect(() => createWebhookReceiver(undefined as never)).toThrow('apiKeys (SCALAPAY_API_KEY)')
  })

  it.each([
    { toleranceMs: 0 },
    { toleranceMs: {} },
    { maxBodyBytes: 1 },
    { acknowledgeAfterMs: 1 },
    { acknowledgeAfterMs: 2 ** 31 - 1 },
    { leaseMs: 1 },
  ])('takes %j', (options) => {
    expect(make(options)).not.toThrow()
  })

  it('keeps the keys that it was given when their list changes', async () => {
    const apiKeys = [KEY]
    const { receive } = receiver({ apiKeys })
    apiKeys[0] = 'another key'
    expect((await receive(await delivery())).status).toBe(200)
  })
})

describe('findReceiverProblems', () => {
  const later = { without: ['apiKeys', 'on'] } as const

  it.each(receiverProblems)(
    'finds in %j what createWebhookReceiver refuses',
    (options, problem) => {
      expect(findReceiverProblems({ apiKeys: KEY, on, ...options })).toEqual([problem])
    },
  )

  it('finds nothing in options that createWebhookReceiver takes', () => {
    expect(findReceiverProblems({ apiKeys: KEY, on, leaseMs: 1, store: undefined })).toEqual([])
  })

  it('misses keys and handlers, unless they come later', () => {
    expect(findReceiverProblems({})).toEqual([KEYS, HANDLERS])
    expect(findReceiverProblems({}, { without: ['apiKeys'] })).toEqual([HANDLERS])
    expect(findReceiverProblems({}, { without: ['on'] })).toEqual([KEYS])
    expect(findReceiverProblems({ apiKeys: undefined, on: {} }, later)).toEqual([])
  })

  it('finds what is wrong with keys and handlers that are there although they may come later', () => {
    const given: object = { apiKeys: '', on: { paid: on.charged } }
    expect(findReceiverProblems(given, later)).toEqual([KEYS, EVENT])
    expect(findReceiverProblems({ apiKeys: [KEY, ''] }, later)).toEqual([KEYS])
  })

  it('finds what is wrong with the other options while keys and handlers are missing', () => {
    const problems = [TOLERANCE, 'leaseMs: must be a whole number from 1 to 9007199254740991.']
    expect(findReceiverProblems({ toleranceMs: -1, leaseMs: 0 }, later)).toEqual(problems)
  })
})

it('WEBHOOK_RECEIVER_OPTIONS names every option, in the order of the refusals', () => {
  expect(WEBHOOK_RECEIVER_OPTIONS.join(', ')).toBe(RECEIVE)
})

describe('verifyWebhook', () => {
  it.each(verifyProblems)('refuses %j', async (options, problem) => {
    const call = verifyWebhook(await delivery(), {
      apiKeys: KEY,
      now: () => NOW,
      ...options,
    } as never)
    await expect(call).rejects.toMatchObject({
      name: 'ScalapayConfigError',
      message: `verifyWebhook cannot verify:\n  - ${problem}`,
      problems: [problem],
    })
  })

  it('takes the time from the clock of this machine by default', async () => {
    const signed = await delivery(bodyOf('charged'), { timestamp: Date.now() })
    expect((await verifyWebhook(signed, { apiKeys: KEY })).event.status).toBe('charged')
    const call = verifyWebhook(await delivery(), { apiKeys: KEY })
    await expect(call).rejects.toMatchObject({ reason: 'stale' })
  })
})

describe('signWebhook', () => {
  it.each([
    [{ apiKey: '' }, 'apiKey: missing.'],
    [{ apiKey: undefined }, 'apiKey: missing.'],
    [{ timestamp: Number.NaN }, 'timestamp: must be whole epoch milliseconds'],
    [{ timestamp: 1.5 }, 'timestamp: must be whole epoch milliseconds'],
    [{ timestamp: '1717426800000' }, 'timestamp: must be whole epoch milliseconds'],
  ])('refuses %j', async (change, message) => {
    const input = { rawBody: '{}', apiKey: KEY, timestamp: NOW, ...change } as never
    await expect(signWebhook(input)).rejects.toThrow(message)
  })
})

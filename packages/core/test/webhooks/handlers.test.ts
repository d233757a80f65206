import { describe, expect, it } from 'vitest'
import { createMemoryWebhookStore, createWebhookReceiver } from '../../src/webhooks.js'
import { bodyOf, delivery, KEY, receiver } from './deliveries.js'

/** The keys under which a receiver with these handlers asks its store, without the event's id. */
async function keysOf(on: Parameters<typeof createWebhookReceiver>[0]['on'], status = 'charged') {
  const memory = createMemoryWebhookStore()
  const keys: string[] = []
  const claim = (key: string, leaseMs: number) => {
    keys.push(key.slice(key.indexOf('/') + 1))
    return memory.claim(key, leaseMs)
  }
  await receiver({ on, store: { ...memory, claim } }).receive(await delivery(bodyOf(status)))
  return keys
}

const none = () => undefined

describe('S59 upgrade: the names of handlers, which stores remember across versions', () => {
  it('are their places by default, and stay when others are appended', async () => {
    expect(await keysOf({ charged: none })).toEqual(['charged#0'])
    expect(await keysOf({ charged: [none, none], '*': none })).toEqual([
      'charged#0',
      'charged#1',
      '*#0',
    ])
  })

  it('are their own when they have some, and then do not depend on their places', async () => {
    const mail = { name: 'mail', handle: none }
    const stock = { name: 'stock', handle: none }
    expect(await keysOf({ charged: [mail, stock] })).toEqual(['charged:mail', 'charged:stock'])
    expect(await keysOf({ charged: [stock, mail] })).toEqual(['charged:stock', 'charged:mail'])
  })

  it('begin with unknown for a status that this version does not know', async () => {
    expect(await keysOf({ unknown: none }, 'disputed')).toEqual(['unknown#0'])
  })

  it('follow the id of the event', async () => {
    const keys: string[] = []
    const store = {
      ...createMemoryWebhookStore(),
      claim: async (key: string) => {
        keys.push(key)
        return 'completed' as const
      },
    }
    const { receive, reports } = receiver({ store })
    await receive(await delivery())
    expect(keys).toEqual([`${reports[0]?.event?.id}/*#0`])
  })
})

describe('a handler with a name', () => {
  it('is called on itself, with the event', async () => {
    class Mail {
      readonly name = 'mail'
      readonly sent: string[] = []
      handle({ orderToken }: { orderToken: string }) {
        this.sent.push(orderToken)
      }
    }
    const mail = new Mail()
    const { receive } = receiver({ on: { charged: mail } })
    expect((await receive(await delivery())).status).toBe(200)
    expect(mail.sent).toEqual(['T1'])
  })
})

describe('handlers that cannot be used', () => {
  const EMPTY = 'on: give at least one handler, such as { charged: async (event) => {} }.'
  const UNUSABLE = 'on.charged: needs a function, { name, handle }, or a list of them.'
  const EVENTS =
    'not an event. The events are created, authorized, charged, refunded, expired, unknown, *.'

  it.each([
    [undefined, EMPTY],
    [null, EMPTY],
    ['charged', EMPTY],
    [{}, EMPTY],
    [{ charged: undefined }, EMPTY],
    [{ charged: [] }, EMPTY],
    [{ charged: null }, UNUSABLE],
    [{ charged: 'markPaid' }, UNUSABLE],
    [{ charged: [none, undefined] }, UNUSABLE],
    [{ charged: { name: 'mail' } }, UNUSABLE],
    [{ charged: { name: '', handle: none } }, UNUSABLE],
    [{ charged: { handle: none } }, UNUSABLE],
    [{ captured: none }, `on.captured: ${EVENTS}`],
    [{ toString: none }, `on.toString: ${EVENTS}`],
    [
      {
        charged: [
          { name: 'mail', handle: none },
          { name: 'mail', handle: none },
        ],
      },
      'on.charged: two handlers have the same name. Give each its own.',
    ],
  ])('are refused when the receiver is made: %j', (on, problem) => {
    const make = () => createWebhookReceiver({ apiKeys: KEY, on: on as never })
    expect(make).toThrow(expect.objectContaining({ problems: [problem] }))
  })
})

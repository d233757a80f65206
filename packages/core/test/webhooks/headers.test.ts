import { describe, expect, it } from 'vitest'
import { type Delivery, verifyWebhook, type WebhookHeaderSource } from '../../src/webhooks.js'
import { delivery, KEY, NOW, refusalOf } from './deliveries.js'

const options = { apiKeys: KEY, now: () => NOW }
const SIGNATURE = 'x-scalapay-hmac-v1'
const TIMESTAMP = 'x-scalapay-timestamp'

type Signed = Record<string, string>

const mapNames = (headers: Signed, change: (name: string) => string) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [change(name), value]))

async function verifyWith(change: (headers: Signed) => unknown) {
  const { rawBody, headers } = await delivery()
  return verifyWebhook({ rawBody, headers: change(headers) as WebhookHeaderSource }, options)
}

describe('headers', () => {
  it.each<[string, (headers: Signed) => unknown]>([
    ['a record', (headers) => headers],
    ['a record without a prototype', (headers) => Object.assign(Object.create(null), headers)],
    ['a record with other headers', (headers) => ({ host: 'a, b', get: 'x', ...headers })],
    ['upper-case names', (headers) => mapNames(headers, (name) => name.toUpperCase())],
    [
      'names in title case',
      (headers) => mapNames(headers, (name) => name.replace(/\b[a-z]/g, (c) => c.toUpperCase())),
    ],
    [
      'lists of one value',
      (headers) => Object.fromEntries(Object.entries(headers).map(([n, v]) => [n, [v]])),
    ],
    [
      'absent values beside them',
      (headers) => ({ ...headers, [SIGNATURE.toUpperCase()]: undefined }),
    ],
    ['white space around the values', (headers) => ({ ...headers, [TIMESTAMP]: ` ${NOW} ` })],
    ['Headers', (headers) => new Headers(headers)],
    ['a Map', (headers) => new Map(Object.entries(headers))],
    [
      'an upper-case digest',
      (headers) => ({ ...headers, [SIGNATURE]: headers[SIGNATURE]?.toUpperCase() }),
    ],
  ])('are read from %s', async (_form, change) => {
    expect((await verifyWith(change)).event.status).toBe('charged')
  })

  const without = (headers: Signed, name: string) =>
    Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))
  const twice = (headers: Signed, name: string) => {
    const repeated = new Headers(headers)
    repeated.append(name, headers[name] ?? '')
    return repeated
  }

  describe.each([
    [SIGNATURE, 'missing-signature'],
    [TIMESTAMP, 'missing-timestamp'],
  ])('%s', (name, missing) => {
    it.each<[string, string, (headers: Signed) => unknown]>([
      [missing, 'it is absent', (headers) => without(headers, name)],
      [missing, 'it is absent from Headers', (headers) => new Headers(without(headers, name))],
      [
        missing,
        'it is absent from a Map',
        (headers) => new Map(Object.entries(without(headers, name))),
      ],
      [missing, 'it is undefined', (headers) => ({ ...headers, [name]: undefined })],
      [missing, 'it is an empty list', (headers) => ({ ...headers, [name]: [] })],
      [missing, 'it is empty', (headers) => ({ ...headers, [name]: '' })],
      [missing, 'it is blank', (headers) => ({ ...headers, [name]: ' \t' })],
      [
        'malformed-header',
        'it comes twice, as a list',
        (headers) => ({ ...headers, [name]: [headers[name], headers[name]] }),
      ],
      [
        'malformed-header',
        'it comes twice, joined by the server',
        (headers) => ({ ...headers, [name]: `${headers[name]}, ${headers[name]}` }),
      ],
      [
        'malformed-header',
        'it comes twice, in different case',
        (headers) => ({ ...headers, [name.toUpperCase()]: headers[name] }),
      ],
      ['malformed-header', 'it comes twice, in Headers', (headers) => twice(headers, name)],
      ['malformed-header', 'it is not text', (headers) => ({ ...headers, [name]: 42 })],
      ['malformed-header', 'it is something else', (headers) => ({ ...headers, [name]: 'now' })],
      [
        'malformed-header',
        'it is negative',
        (headers) => ({ ...headers, [name]: `-${headers[name]}` }),
      ],
      [
        'malformed-header',
        'it is too long',
        (headers) => ({ ...headers, [name]: `${headers[name]}000` }),
      ],
    ])('is refused with %s when %s', async (reason, _when, change) => {
      const refusal = await refusalOf(verifyWith(change))
      expect(refusal.reason).toBe(reason)
      expect(refusal.hint).toMatch(/\.$/)
    })
  })

  it.each([
    ['as a list', [String(NOW), String(NOW)]],
    ['joined by the server', `${NOW}, ${NOW}`],
  ])('say that they came more than once: %s', async (_how, timestamp) => {
    const repeat = (headers: Signed) => ({ ...headers, [TIMESTAMP]: timestamp })
    expect((await refusalOf(verifyWith(repeat))).message).toBe(
      'The header x-scalapay-timestamp came more than once, or is not text.',
    )
  })

  it.each(['1e12', '0x18FDD7E4B00', '1717426800000.0', '1717426800000n'])(
    'refuse the timestamp %s, although it can be read as a number',
    async (timestamp) => {
      const refusal = await refusalOf(
        verifyWith((headers) => ({ ...headers, [TIMESTAMP]: timestamp })),
      )
      expect(refusal.reason).toBe('malformed-header')
    },
  )

  it('are not looked for in the prototype of a record', async () => {
    const refusal = await refusalOf(verifyWith((headers) => Object.create(headers)))
    expect(refusal.reason).toBe('missing-signature')
  })

  it('bind the time: a delivery with a renewed timestamp is forged', async () => {
    const later = (headers: Signed) => ({ ...headers, [TIMESTAMP]: String(NOW + 1) })
    expect((await refusalOf(verifyWith(later))).reason).toBe('bad-signature')
  })
})

it('a delivery is not changed by its verification', async () => {
  const given: Delivery = Object.freeze(await delivery())
  const before = structuredClone(given)
  await verifyWebhook(given, options)
  expect(given).toEqual(before)
})

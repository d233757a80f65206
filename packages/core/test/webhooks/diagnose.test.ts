import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../src/webhooks.js'
import { bodyOf, delivery, KEY, NOW, refusalOf } from './deliveries.js'

const CHANGED =
  'The body changed on the way: with other white space, order of keys or decimals it matches. Look for a proxy or middleware that parses and writes JSON, and pass on the bytes.'
const PROBABLY_CHANGED =
  'Most likely the body changed on the way: Scalapay sends JSON without white space. Look for a proxy or middleware that parses and writes JSON, and pass on the bytes.'
const TRAILING =
  'A configured key has white space at its start or end, often a trailing newline. Remove it.'
const SECONDS = 'The timestamp looks like seconds; Scalapay signs and sends milliseconds.'
const UNKNOWN =
  /^Either the key is not the merchant key of this environment .* or the delivery is forged\.$/

/** The explanation when `signed` was sent and `arrived` came. */
async function explain(
  signed: string,
  arrived: string | Uint8Array,
  apiKeys: string | string[] = KEY,
) {
  const { headers } = await delivery(signed)
  const options = { apiKeys, now: () => NOW }
  const refusal = await refusalOf(verifyWebhook({ rawBody: arrived, headers }, options))
  expect(refusal).toMatchObject({
    reason: 'bad-signature',
    message: 'The signature does not match the body.',
  })
  return refusal.hint
}

const sent = bodyOf('charged')
const withDecimals = sent.replace('40.7', '40.70')
const pretty = (text: string) => JSON.stringify(JSON.parse(text), null, 2)
const sorted = (text: string) =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(text)).sort()))
const slashed = sent.replace('order-1', String.raw`order/è \"1\" \\ 2`)

describe('S32 re-serialised body: one that a proxy wrote anew', () => {
  it.each([
    ['with white space', sent, pretty(sent)],
    ['with a newline at its end', sent, `${sent}\n`],
    ['with its keys sorted', sent, sorted(sent)],
    ['with its keys sorted and white space', sent, pretty(sorted(sent))],
    ['with 40.70 become 40.7', withDecimals, sent],
    ['with 40.7 become 40.70', sent, withDecimals],
    ['with white space around 40.70', withDecimals, withDecimals.replaceAll(/([:,])/g, '$1 ')],
    ['with everything at once', withDecimals, pretty(sorted(sent))],
    [
      'with escaped slashes and letters',
      slashed,
      slashed.replace('/', '\\/').replace('è', '\\u00e8'),
    ],
    ['with white space, and strings that have some', slashed, pretty(slashed)],
  ])('%s is told from a wrong key', async (_how, signed, arrived) => {
    expect(await explain(signed, arrived)).toBe(CHANGED)
  })

  it('is recognised under each of several keys', async () => {
    expect(await explain(sent, pretty(sent), ['first key', KEY, 'third key'])).toBe(CHANGED)
  })

  it('is suspected by its white space when what was sent cannot be found', async () => {
    expect(await explain(sent, pretty(sent.replace('T1', 'T2')))).toBe(PROBABLY_CHANGED)
  })

  it.each([
    ['compact', sent.replace('T1', 'T2')],
    ['not JSON', 'T1 T2'],
    ['a scalar', ' 42 '],
    ['null', ' null '],
    ['nested without end', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['not UTF-8', Uint8Array.of(0xff, 0xfe, 0x20)],
    ['too large to spend time on', pretty(`{"a":"${'x'.repeat(64 * 1024)}"}`)],
  ])('is one of several explanations when it is %s', async (_what, arrived) => {
    expect(await explain(sent, arrived)).toMatch(UNKNOWN)
  })
})

describe('a key with white space', () => {
  it.each([`${KEY}\n`, ` ${KEY}`, `${KEY}\r\n`, ['another key', `${KEY}\n`]])(
    'is named as the cause: %j',
    async (apiKeys) => {
      expect(await explain(sent, sent, apiKeys)).toBe(TRAILING)
    },
  )

  it('is not the cause when the key does not match without it either', async () => {
    expect(await explain(sent, sent, 'another key\n')).toMatch(UNKNOWN)
  })
})

it('a timestamp in seconds is named when nothing else explains the signature', async () => {
  const { rawBody, headers } = await delivery(sent)
  const seconds = { ...headers, 'x-scalapay-timestamp': String(Math.floor(NOW / 1000)) }
  const options = { apiKeys: KEY, now: () => NOW }
  const refusal = await refusalOf(verifyWebhook({ rawBody, headers: seconds }, options))
  expect(refusal).toMatchObject({ reason: 'bad-signature', hint: SECONDS })
})

it.each([pretty(sent), sorted(sent), `${sent}\n`])(
  'what the diagnosis finds is never accepted: %j',
  async (arrived) => {
    const { headers } = await delivery(sent)
    const call = verifyWebhook({ rawBody: arrived, headers }, { apiKeys: KEY, now: () => NOW })
    await expect(call).rejects.toThrow('The signature does not match the body.')
  },
)

import { describe, expect, it } from 'vitest'
import { bodyOf, delivery, KEY, receiver } from './deliveries.js'

const MEGABYTE = 1024 * 1024

describe('S41 giant body', () => {
  it('is refused with 413, although it is rightly signed', async () => {
    const { receive, events, reports } = receiver()
    const rawBody = `{"status":"charged","orderToken":"T1","x":"${'x'.repeat(5 * MEGABYTE)}"}`
    expect(await receive(await delivery(rawBody))).toEqual({
      status: 413,
      body: { received: false, reason: 'body-too-large' },
    })
    expect(events).toEqual([])
    expect(reports[0]?.error).toMatchObject({
      message: 'The body has more than 1048576 bytes.',
      hint: expect.stringContaining('maxBodyBytes'),
    })
  })

  it('is measured in bytes and not in characters', async () => {
    const body = bodyOf('charged', 'è')
    const signed = await delivery(body)
    expect((await receiver({ maxBodyBytes: body.length }).receive(signed)).status).toBe(413)
    expect((await receiver({ maxBodyBytes: body.length + 1 }).receive(signed)).status).toBe(200)
  })

  it('is taken up to the limit that is set', async () => {
    const { receive } = receiver({ maxBodyBytes: 6 * MEGABYTE })
    const rawBody = `{"status":"charged","orderToken":"T1","x":"${'x'.repeat(5 * MEGABYTE)}"}`
    expect((await receive(await delivery(rawBody))).status).toBe(200)
  })
})

describe('S41 hostile body: one with __proto__', () => {
  it('pollutes nothing, and loses that key at every depth', async () => {
    const { receive, events } = receiver()
    const rawBody =
      '{"status":"charged","orderToken":"T1","__proto__":{"isAdmin":true},"orderDetails":{"__proto__":{"isAdmin":true},"items":[{"__proto__":{"isAdmin":true}}]}}'
    expect((await receive(await delivery(rawBody))).status).toBe(200)
    expect(Object.prototype).not.toHaveProperty('isAdmin')
    const [event] = events
    expect(JSON.stringify(event?.payload)).toBe(
      '{"status":"charged","orderToken":"T1","orderDetails":{"items":[{}]}}',
    )
    expect({ ...event?.payload }).not.toHaveProperty('isAdmin')
  })

  it.each(['__proto__', 'constructor', 'toString', '*', 'unknown'])(
    'or with the status %j meets the handlers of unknown statuses only',
    async (status) => {
      const seen: string[] = []
      const see = (name: string) => () => seen.push(name)
      const { receive } = receiver({ on: { charged: see('charged'), unknown: see('unknown') } })
      expect((await receive(await delivery(bodyOf(status)))).status).toBe(200)
      expect(seen).toEqual(['unknown'])
    },
  )
})

describe('S41 hostile body: invalid UTF-8', () => {
  const bytes = Buffer.from(bodyOf('charged', 'T1~'), 'latin1')
  bytes[bytes.indexOf('~')] = 0xe8

  it('is refused with 400 when it is rightly signed: the bytes are verified before they are decoded', async () => {
    const { receive } = receiver()
    expect(await receive(await delivery(bytes))).toEqual({
      status: 400,
      body: { received: false, reason: 'malformed-body' },
    })
  })

  it('is not taken for the replacement character that it is decoded to', async () => {
    const { receive } = receiver()
    const { headers } = await delivery(bytes.toString('utf8'))
    expect((await receive({ rawBody: bytes, headers })).status).toBe(401)
  })
})

it('a body nested without end is refused with 400', async () => {
  const { receive } = receiver()
  const nested = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  const rawBody = `{"status":"charged","orderToken":"T1","x":${nested}}`
  expect((await receive(await delivery(rawBody, { apiKey: KEY }))).status).toBe(400)
})

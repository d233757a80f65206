import { signedDelivery } from '@scalapay-kit/core/testing'
import type { WebhookReport } from '@scalapay-kit/core/webhooks'
import { createWebhookReceiver, retryLater } from '@scalapay-kit/core/webhooks'
import { expect, it } from 'vitest'
import { lineFor } from '../../src/runtime/server/lib/report-line.js'

const apiKey = 'a-merchant-key-0001'

/** What the core reports of a delivery that these handlers take. */
async function reportOf(charged: (() => unknown)[], signedWith = apiKey): Promise<WebhookReport> {
  const reports: WebhookReport[] = []
  const receiver = createWebhookReceiver({
    apiKeys: apiKey,
    on: { charged },
    onReport: (report) => reports.push(report),
  })
  const { rawBody, headers } = await signedDelivery('charged', { apiKey: signedWith })
  await receiver.receive({ rawBody, headers })
  const [report] = reports
  if (report === undefined) throw new Error('nothing was reported')
  return report
}

const failWith = (error: unknown) =>
  function settleOrder() {
    throw error
  }

it('says what was answered, and why', async () => {
  const report = await reportOf([() => undefined])
  expect(lineFor(report)).toBe('webhook charged answered with 200: handled.')
})

it('says when work ended behind an answer', async () => {
  const report = { ...(await reportOf([() => undefined])), isLate: true }
  expect(lineFor(report)).toBe('webhook charged, after its answer 200: handled.')
})

it('explains a refusal', async () => {
  const line = lineFor(await reportOf([() => undefined], 'another-key'))
  expect(line).toMatch(/^webhook answered with 401: bad-signature\. \w.*\. \w/)
})

it('says where a handler failed, without what it says', async () => {
  const mail = 'mario@example.com\n    at mario@example.com'
  const { level, ...report } = await reportOf([
    () => {
      throw new RangeError(mail)
    },
  ])
  const line = lineFor({ level, ...report })
  expect(level).toBe('error')
  expect(line).toMatch(
    /^webhook charged answered with 503: handler-failed\. RangeError\n +at \S.*report-line\.test\.ts:\d+/,
  )
  expect(line).not.toContain('mario')
})

it('says of each of several handlers where it failed', async () => {
  const line = lineFor(
    await reportOf([failWith(new TypeError('a')), failWith(new RangeError('b'))]),
  )
  expect(line).toMatch(/TypeError\n +at [\s\S]*RangeError\n +at /)
})

it('needs no Error for it', async () => {
  expect(lineFor(await reportOf([failWith('mario@example.com')]))).toBe(
    'webhook charged answered with 503: handler-failed. The thrown value is not an Error.',
  )
})

it('needs no place where a handler only asks for it again', async () => {
  expect(lineFor(await reportOf([failWith(retryLater('not yet'))]))).toBe(
    'webhook charged answered with 503: retry-later.',
  )
})

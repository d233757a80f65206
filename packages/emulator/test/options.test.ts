import { expect, it } from 'vitest'
import { EmulatorOptionsError, startEmulator } from '../src/index.js'
import { resolveOptions } from '../src/options.js'
import { runEmulator } from './support/emulator.js'

it('has documented defaults', () => {
  expect(resolveOptions({}, () => 7)).toEqual({
    port: 0,
    host: '127.0.0.1',
    https: false,
    seed: 7,
    clock: 'real',
    startAt: Date.parse('2026-01-01T09:00:00.000Z'),
    merchantKeys: ['qhtfs87hjnc12kkos'],
    deviceKeys: ['testdeviceapikey'],
    maximumAmountInCents: 200_000,
    minimumAmountInCents: 500,
    unauthorizedBody: 'json-string',
    allStringAmounts: false,
    contentType: 'ignored',
    idempotency: {
      lifetimeMs: 86_400_000,
      scope: 'path',
      sameKeyOtherBody: 'replay',
      storeFailures: false,
    },
    refusals: { status: 400, errorCode: null },
    readStatusBeforeApproval: 'created',
    readStatusAfterVoid: 'expired',
    readStatusAfterPartialRefund: 'charged',
    reportingTimeZone: 'Europe/Rome',
    reportDates: 'transaction',
    feesBilledAtMonthEnd: false,
    refundReportRow: 'refund',
    largestReportPage: 5_000,
    webhooks: {
      url: null,
      drop: false,
      duplicate: false,
      shuffle: false,
      shuffleWindowMs: 2_000,
      delayMs: 0,
      resign: false,
      timestamps: 'machine',
      maxAttempts: 10,
      retryDelayMs: 5_000,
      timeoutMs: 10_000,
      events: {
        created: 'created',
        approved: 'authorized',
        captured: 'charged',
        capturedInPart: null,
        refunded: 'refunded',
        delayed: null,
        voided: null,
        declined: null,
        cancelled: null,
        expiredAfterApproval: 'expired',
        expiredBeforeApproval: null,
      },
      inStore: 'none',
      refundAmount: false,
      totalAmount: 'number',
    },
  })
})

it.each([
  [{ port: 70_000 }, 'port must be'],
  [{ port: 1.5 }, 'port must be'],
  [{ host: '' }, 'host must be an address of this machine'],
  [{ seed: 0.5 }, 'seed must be'],
  [{ clock: 'fast' as 'real' }, 'clock must be real or manual'],
  [
    { unauthorizedBody: 'html' as 'text' },
    'unauthorizedBody must be json-string or text or envelope',
  ],
  [{ idempotency: { scope: 'x' as 'path' } }, 'idempotency.scope must be path or merchant'],
  [{ prot: 1 } as object, 'there is no option prot'],
  [{ startAt: Number.NaN }, 'startAt must be'],
  [{ maximumAmountInCents: 0 }, 'maximumAmountInCents must be'],
  [{ minimumAmountInCents: 0.5 }, 'minimumAmountInCents must be'],
  [{ reportingTimeZone: 'Europe/Atlantis' }, 'reportingTimeZone must be the name of a zone'],
  [{ contentType: 'x' as 'required' }, 'contentType must be ignored or required'],
  [{ https: 'yes' as never }, 'https must be true or false'],
  [{ allStringAmounts: 1 as never }, 'allStringAmounts must be true or false'],
  [{ idempotency: 5 as never }, 'idempotency must be an object'],
  [{ refusals: { status: 500 } }, 'refusals.status must be a whole number from 400 to 499'],
  [{ refusals: { errorCode: '' } }, 'refusals.errorCode must be a text or null'],
  [{ refusals: { code: 'x' } as object }, 'there is no option refusals.code'],
  [{ idempotency: { lifetime: 1 } as object }, 'there is no option idempotency.lifetime'],
  [{ reportDates: 'x' as 'movement' }, 'reportDates must be transaction or movement'],
  [{ refundReportRow: 'x' as 'order' }, 'refundReportRow must be refund or order'],
  [{ idempotency: { lifetimeMs: 0 } }, 'idempotency.lifetimeMs must be'],
  [{ idempotency: { storeFailures: ['x'] as never } }, 'storeFailures must be true, false or a'],
  [{ largestReportPage: 0 }, 'largestReportPage must be a whole number from 1 to 5000'],
  [{ webhookUrl: 5 as never }, 'the webhook url must be an http or https address'],
  [{ webhookUrl: ['http://127.0.0.1/', null] }, 'the webhook url is a list of 2'],
  [{ webhooks: { dorp: true } as object }, 'there is no webhook setting dorp'],
  [{ webhooks: { timeoutMs: 0 } }, 'the webhook setting timeoutMs must be a whole number from 1'],
  [{ merchantKeys: [] }, 'merchantKeys needs at least one key'],
  [{ merchantKeys: ['a', 'b', 'a'] }, 'merchantKeys has the same key twice'],
  [{ deviceKeys: [''] }, 'deviceKeys has a key that is empty'],
  [{ merchantKeys: ['a b'] }, 'merchantKeys has a key that is empty or has white space'],
  [{ merchantKeys: ['same'], deviceKeys: ['same'] }, 'a key is in merchantKeys and in deviceKeys'],
])('refuses %j', (options, problem) => {
  expect(() => resolveOptions(options, () => 1)).toThrow(problem)
})

it('takes undefined for not given', () => {
  const options = { port: undefined, idempotency: { scope: undefined } } as object
  expect(resolveOptions(options, () => 7)).toEqual(resolveOptions({}, () => 7))
})

it('names every problem at once', () => {
  expect(() => resolveOptions({ port: -1, seed: 0.5 }, () => 1)).toThrow(
    /port must be.*; seed must be/,
  )
})

it.each(['merchantKeys', 'deviceKeys'])(
  'refuses a live-looking key in %s without showing it',
  (name) => {
    const options = { [name]: ['sp_marker-secret'] }
    expect(() => resolveOptions(options, () => 1)).toThrow(EmulatorOptionsError)
    expect(() => resolveOptions(options, () => 1)).not.toThrow('marker')
  },
)

it('says what to do when the port is taken', async () => {
  const { url } = await runEmulator()
  const port = Number(new URL(url).port)
  await expect(startEmulator({ port })).rejects.toThrow(
    `The emulator cannot start: port ${port} is in use: choose another, or 0 for a free one`,
  )
})

it('says what is wrong with an address that is not of this machine', async () => {
  await expect(startEmulator({ host: '192.0.2.1' })).rejects.toThrow(
    'is not an address of this machine',
  )
})

it('gives a reachable URL when it listens on every interface', async () => {
  const emulator = await runEmulator({ host: '0.0.0.0' })
  expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
})

it('closes by await using, and twice without harm', async () => {
  const emulator = await startEmulator()
  await emulator[Symbol.asyncDispose]()
  await emulator.close()
  await expect(fetch(emulator.url)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
})

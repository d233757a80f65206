import { describe, expect, it } from 'vitest'
import { verifyWebhook } from '../../src/webhooks.js'
import { bodyOf, days, delivery, KEY, minutes, NOW, refusalOf } from './deliveries.js'

/** What becomes of a delivery that was signed that many milliseconds before it is received. */
async function reasonAfter(
  ageMs: number,
  toleranceMs?: number | { past?: number; future?: number },
) {
  const signed = await delivery(bodyOf('charged'), { timestamp: NOW - ageMs })
  const options = { apiKeys: KEY, now: () => NOW, toleranceMs }
  return verifyWebhook(signed, options).then(
    ({ event }) => event.signedAt === NOW - ageMs && 'accepted',
    (error) => error.reason,
  )
}

describe('the tolerance', () => {
  it.each([
    [0, 'accepted'],
    [days(3), 'accepted'],
    [days(3) + 1, 'stale'],
    [-minutes(5), 'accepted'],
    [-minutes(5) - 1, 'from-the-future'],
  ])('by default makes an age of %i ms %s', async (age, expected) => {
    expect(await reasonAfter(age)).toBe(expected)
  })

  it.each([
    [1_000, 1_000, 'accepted'],
    [1_000, 1_001, 'stale'],
    [1_000, -1_000, 'accepted'],
    [1_000, -1_001, 'from-the-future'],
    [0, 0, 'accepted'],
    [0, 1, 'stale'],
    [0, -1, 'from-the-future'],
  ])('of %i ms makes an age of %i ms %s', async (tolerance, age, expected) => {
    expect(await reasonAfter(age, tolerance)).toBe(expected)
  })

  it.each([
    [{ past: 10 }, 11, 'stale'],
    [{ past: 10 }, -minutes(5), 'accepted'],
    [{ future: 10 }, -11, 'from-the-future'],
    [{ future: 10 }, days(3), 'accepted'],
    [{ past: 10, future: 20 }, -20, 'accepted'],
    [{ past: 10, future: 20 }, 20, 'stale'],
  ])('of %j makes an age of %i ms %s', async (tolerance, age, expected) => {
    expect(await reasonAfter(age, tolerance)).toBe(expected)
  })
})

describe('a delivery that is out of time', () => {
  const refuse = async (timestamp: number, toleranceMs?: number) => {
    const signed = await delivery(bodyOf('charged'), { timestamp })
    return refusalOf(verifyWebhook(signed, { apiKeys: KEY, now: () => NOW, toleranceMs }))
  }

  it('S27 clock skew: is explained by it when it comes from the future, with both times', async () => {
    const { message, hint } = await refuse(NOW + minutes(6))
    expect(message).toBe(
      'The delivery was signed at 2024-06-03T15:06:00.000Z, 360 seconds after it was received at 2024-06-03T15:00:00.000Z by the clock of this machine. The clocks are skewed: most likely that of this machine is behind.',
    )
    expect(hint).toContain('clock')
  })

  it('is explained by replay, late retry or skew when it is old, with both times', async () => {
    const { message, hint } = await refuse(NOW - minutes(6), minutes(5))
    expect(message).toBe(
      'The delivery was signed at 2024-06-03T14:54:00.000Z, 360 seconds before it was received at 2024-06-03T15:00:00.000Z by the clock of this machine. It is a replay, a retry later than toleranceMs allows, or the clocks are skewed.',
    )
    expect(hint).toContain('toleranceMs')
  })

  it.each([Math.floor(NOW / 1000), 0, 999_999_999_999])(
    'is explained by seconds when it was signed at %i',
    async (timestamp) => {
      expect(await refuse(timestamp)).toMatchObject({
        reason: 'stale',
        hint: 'The timestamp looks like seconds; Scalapay sends milliseconds.',
      })
    },
  )

  it('is not explained by seconds from the first moment that cannot be', async () => {
    expect((await refuse(1_000_000_000_000)).hint).not.toContain('seconds')
  })

  it('can be as far away as the header can say', async () => {
    expect((await refuse(999_999_999_999_999)).reason).toBe('from-the-future')
  })
})

it('a clock that gives no number lets nothing through', async () => {
  const signed = await delivery(bodyOf('charged'))
  const refusal = await refusalOf(verifyWebhook(signed, { apiKeys: KEY, now: () => Number.NaN }))
  expect(refusal.reason).toBe('stale')
})

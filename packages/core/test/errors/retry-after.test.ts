import { describe, expect, it } from 'vitest'
import { parseRetryAfter } from '../../src/errors/from-response.js'
import { context, errorOf } from './answers.js'

const now = context.now

describe('parseRetryAfter', () => {
  it.each([
    [undefined, undefined],
    ['', undefined],
    ['0', 0],
    ['7', 7_000],
    [' 120 ', 120_000],
    ['999999999', 999_999_999_000],
    ['1234567890', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['2026-11-23', undefined],
    ['soon', undefined],
    [new Date(now + 30_000).toUTCString(), 30_000],
    [new Date(now - 30_000).toUTCString(), 0],
  ])('reads %j as %j milliseconds', (value, expected) => {
    expect(parseRetryAfter(value, now)).toBe(expected)
  })
})

describe('a 429', () => {
  it.each([
    ['7', 7_000],
    [new Date(now + 2_000).toUTCString(), 2_000],
    ['soon', undefined],
  ])('says how long to wait for Retry-After: %s', (value, retryAfterMs) => {
    expect(errorOf(429, '', {}, { 'retry-after': value })).toHaveProperty(
      'retryAfterMs',
      retryAfterMs,
    )
  })
})

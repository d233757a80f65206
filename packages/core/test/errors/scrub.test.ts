import { describe, expect, it } from 'vitest'
import { cleaner, errorCodeOf, maskSecret, scrubCause, scrubText } from '../../src/errors/scrub.js'

const KEY = 'MARKERKEY0123456789wxyz'
const clean = cleaner({ secrets: [KEY] })

describe('maskSecret', () => {
  it.each([
    [KEY, '****wxyz'],
    ['twelve-chars', '****hars'],
    ['eleven-char', '****'],
    ['', '****'],
  ])('shows of %s no more than %s', (secret, masked) => {
    expect(maskSecret(secret)).toBe(masked)
  })
})

describe('scrubText', () => {
  it.each([
    ['nothing secret', 'nothing secret'],
    [`Bearer ${KEY}, ${KEY}`, 'Bearer ****wxyz, ****wxyz'],
  ])('turns %j into %j', (text, clean) => {
    expect(scrubText(text, ['', KEY])).toBe(clean)
  })

  it.each(['$&', '$`', "$'", '$$'])('takes %s at the end of a key for itself', (end) => {
    const key = `KEY0123456789ab${end}`
    expect(scrubText(`<${key}>`, [key])).toBe(`<****ab${end}>`)
  })
})

describe('scrubCause', () => {
  it.each([undefined, null])('gives nothing for %s', (cause) => {
    expect(scrubCause(cause, clean)).toBeUndefined()
  })

  it('turns a value that is no error into one', () => {
    expect(scrubCause(`no ${KEY}`, clean)?.message).toBe('no ****wxyz')
  })

  it('keeps name, message, code and stack, without the key', () => {
    const cause = Object.assign(new Error(`sent ${KEY}`), {
      code: 'ECONNRESET',
      name: 'FetchError',
    })
    const copy = scrubCause(cause, clean)
    expect(copy).toMatchObject({ name: 'FetchError', message: 'sent ****wxyz', code: 'ECONNRESET' })
    expect(copy?.stack).toContain('sent ****wxyz')
    expect(copy?.stack).not.toContain(KEY)
  })

  it('takes personal data out of all of it, also of the causes below', () => {
    const below = Object.assign(new Error('no Ada'), { name: 'Ada', code: 'ADA', stack: 'at ada' })
    const copy = scrubCause(
      new Error('a', { cause: below }),
      cleaner({ secrets: [], personal: ['Ada'] }),
    )
    expect(copy?.cause).toMatchObject({
      name: '[removed]',
      message: 'no [removed]',
      code: '[removed]',
      stack: 'at [removed]',
    })
  })

  it('drops whatever else hangs on the error', () => {
    const cause = Object.assign(new Error('no'), { config: { headers: { authorization: KEY } } })
    expect(scrubCause(cause, clean)).not.toHaveProperty('config')
  })

  it('copies without a stack when there is none to copy from', () => {
    const cause = new Error('no')
    Object.defineProperty(cause, 'stack', { value: undefined })
    expect(scrubCause(cause, clean)?.message).toBe('no')
  })

  it('follows the causes below, but not for ever', () => {
    const circular: Error & { cause?: unknown } = new Error(KEY)
    circular.cause = circular
    const depth = (error: unknown): number => (error instanceof Error ? 1 + depth(error.cause) : 0)
    expect(depth(scrubCause(circular, clean))).toBe(4)
  })

  it('looks into the first of several errors', () => {
    const inner = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    expect(scrubCause(new AggregateError([inner], 'all failed'), clean)?.cause).toMatchObject({
      message: 'refused',
      code: 'ECONNREFUSED',
    })
  })
})

describe('errorCodeOf', () => {
  it.each([
    [{ code: 'ENOTFOUND' }, 'ENOTFOUND'],
    [{ code: 5 }, undefined],
    [{}, undefined],
    [null, undefined],
    ['ENOTFOUND', undefined],
  ])('finds in %j the code %s', (error, code) => {
    expect(errorCodeOf(error)).toBe(code)
  })
})

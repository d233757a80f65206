import { describe, expect, it } from 'vitest'
import { errorCodeOf, maskSecret, scrubCause, scrubText } from '../../src/errors/scrub.js'

const KEY = 'MARKERKEY0123456789wxyz'

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
})

describe('scrubCause', () => {
  it.each([undefined, null])('gives nothing for %s', (cause) => {
    expect(scrubCause(cause, [KEY])).toBeUndefined()
  })

  it('turns a value that is no error into one', () => {
    expect(scrubCause(`no ${KEY}`, [KEY])?.message).toBe('no ****wxyz')
  })

  it('keeps name, message, code and stack, without the key', () => {
    const cause = Object.assign(new Error(`sent ${KEY}`), {
      code: 'ECONNRESET',
      name: 'FetchError',
    })
    const copy = scrubCause(cause, [KEY])
    expect(copy).toMatchObject({ name: 'FetchError', message: 'sent ****wxyz', code: 'ECONNRESET' })
    expect(copy?.stack).toContain('sent ****wxyz')
    expect(copy?.stack).not.toContain(KEY)
  })

  it('drops whatever else hangs on the error', () => {
    const cause = Object.assign(new Error('no'), { config: { headers: { authorization: KEY } } })
    expect(scrubCause(cause, [])).not.toHaveProperty('config')
  })

  it('copies without a stack when there is none to copy from', () => {
    const cause = new Error('no')
    Object.defineProperty(cause, 'stack', { value: undefined })
    expect(scrubCause(cause, [])?.message).toBe('no')
  })

  it('follows the causes below, but not for ever', () => {
    const circular: Error & { cause?: unknown } = new Error(KEY)
    circular.cause = circular
    const depth = (error: unknown): number => (error instanceof Error ? 1 + depth(error.cause) : 0)
    expect(depth(scrubCause(circular, [KEY]))).toBe(4)
  })

  it('looks into the first of several errors', () => {
    const inner = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
    expect(scrubCause(new AggregateError([inner], 'all failed'), [])?.cause).toMatchObject({
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

import { describe, expect, it } from 'vitest'
import { allHeaders, headerOf } from '../../src/transport/node-headers.js'

const raw = ['Date', 'today', 'X-Note', 'a', 'x-note', 'b', 'X-Empty', '']

describe('a header', () => {
  it.each([
    ['date', 'today'],
    ['x-note', 'a, b'],
    ['x-empty', ''],
    ['x-not', undefined],
    ['today', undefined],
  ])('named %s is %o', (name, value) => {
    expect(headerOf(raw, name)).toBe(value)
  })
})

it('all headers have lower-case names, and values of one name are joined', () => {
  expect(allHeaders(raw)).toEqual({ date: 'today', 'x-note': 'a, b', 'x-empty': '' })
})

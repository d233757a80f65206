import { expect, it } from 'vitest'
import { MARKER_KEY } from '../support/clients.js'
import { leaksOf } from './expose.js'

function hidden(value: unknown): object {
  return Object.defineProperty({}, 'hidden', { value, enumerable: false })
}

it.each([
  ['a message', new Error(`no ${MARKER_KEY}`), 'the message at depth 0'],
  ['a part of the key', new Error(`no ${MARKER_KEY.slice(0, 12)}`), 'the message at depth 0'],
  ['a cause', new Error('a', { cause: new Error(MARKER_KEY) }), 'the message at depth 1'],
  ['a stack', Object.assign(new Error('a'), { stack: MARKER_KEY }), 'the stack at depth 0'],
  ['a property', { a: { b: [{ c: MARKER_KEY }] } }, 'JSON.stringify'],
  ['a property that is not enumerable', hidden(MARKER_KEY), 'inspect'],
  ['a toJSON', { toJSON: () => MARKER_KEY }, 'JSON.stringify'],
])('the hunt finds a key in %s', (_where, value, way) => {
  expect(leaksOf(value, MARKER_KEY)).toContain(way)
})

it('the hunt lets the last four characters pass', () => {
  expect(leaksOf(new Error('no ****wxyz'), MARKER_KEY)).toEqual([])
})

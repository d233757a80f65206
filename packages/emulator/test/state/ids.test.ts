import { expect, it } from 'vitest'
import { createIds } from '../../src/state/ids.js'
import { createRandom } from '../../src/state/random.js'

const many = <Value>(make: () => Value) => Array.from({ length: 500 }, make)

it('makes ids in the shapes of the real service, without repeating one', () => {
  const ids = createIds(1)
  const tokens = many(ids.orderToken)
  expect(tokens.filter((token) => !/^[A-Z0-9]{12}$/.test(token))).toEqual([])
  expect(new Set(tokens).size).toBe(500)
  const errorIds = many(ids.errorId)
  expect(errorIds.filter((id) => !/^error-[0-9a-z]{16}$/.test(id))).toEqual([])
  expect(new Set(errorIds).size).toBe(500)
})

it('repeats every id for the same seed', () => {
  const [one, two] = [createIds(42), createIds(42)]
  expect(many(one.orderToken)).toEqual(many(two.orderToken))
  expect(many(one.requestId)).toEqual(many(two.requestId))
})

it('keeps tokens independent of how many errors there were', () => {
  const [one, two] = [createIds(42), createIds(42)]
  many(one.errorId)
  expect(one.orderToken()).toBe(two.orderToken())
})

it('spreads its numbers over the whole range', () => {
  const random = createRandom(3, 'spread')
  const numbers = Array.from({ length: 10_000 }, random)
  const buckets = Array.from(
    { length: 10 },
    (_, index) => numbers.filter((number) => Math.floor(number * 10) === index).length,
  )
  expect(numbers.filter((number) => !(number >= 0 && number < 1))).toEqual([])
  expect(buckets.filter((count) => !(count > 850 && count < 1_150))).toEqual([])
})

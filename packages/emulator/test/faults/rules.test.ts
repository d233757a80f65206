import { expect, it } from 'vitest'
import type { FaultMatch } from '../../src/faults/rules.js'
import { createFaultRules } from '../../src/faults/rules.js'
import { createRandom } from '../../src/state/random.js'
import { runEmulator } from '../support/emulator.js'

const get = { operation: 'getOrder', method: 'GET', path: '/v2/payments/ABC', merchant: 2 } as const
const capture = {
  operation: 'capturePayment',
  method: 'POST',
  path: '/v2/payments/capture',
  merchant: 1,
} as const

const newRules = (seed = 1) =>
  createFaultRules({
    diceOf: (id) => createRandom(seed, id),
    merchants: 2,
    onChange: () => undefined,
  })

function rulesWith(match: FaultMatch, seed = 1) {
  const rules = newRules(seed)
  rules.add({ match, effect: 'error-500' })
  return rules
}

/** Which of the first ten requests get the fault, counted from 1. */
function hits(match: FaultMatch, seed = 1): number[] {
  const rules = rulesWith(match, seed)
  return Array.from({ length: 10 }, (_, index) => index + 1).filter(() => rules.choose(get))
}

it.each([
  [{ operation: 'getOrder' }, true, false],
  [{ method: 'post' }, false, true],
  [{ path: '/v2/payments/capture' }, false, true],
  [{ path: '/v2/payments/*' }, true, true],
  [{ operation: 'getOrder', method: 'POST' }, false, false],
  [{ merchant: 2 }, true, false],
  [{}, true, true],
] as const)('matches by %j', (match, reads, captures) => {
  const rules = rulesWith(match)
  expect([rules.choose(get) !== undefined, rules.choose(capture) !== undefined]).toEqual([
    reads,
    captures,
  ])
})

it.each([
  [{}, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
  [{ times: 2 }, [1, 2]],
  [{ nth: 3 }, [3]],
  [{ nth: 3, times: 2 }, [3, 4]],
  [{ probability: 0 }, []],
  [{ probability: 1, times: 1 }, [1]],
])('applies with %j to the requests %j', (match, expected) => {
  expect(hits(match)).toEqual(expected)
})

it('draws probability from the seed: the same seed gives the same sequence', () => {
  const match = { probability: 0.5 }
  expect(hits(match, 5)).toEqual(hits(match, 5))
  expect(new Set([1, 2, 3, 4, 5].map((seed) => hits(match, seed).join())).size).toBeGreaterThan(1)
})

it('strikes the same requests whatever other rules there are', () => {
  const rules = newRules()
  rules.add({ match: { operation: 'capturePayment', probability: 0.5 }, effect: 'lose' })
  rules.add({ match: { operation: 'getOrder', probability: 0.5 }, effect: 'lose' })
  const struck = (others: number) =>
    Array.from({ length: 20 }, () => {
      for (let index = 0; index < others; index += 1) rules.choose(capture)
      return rules.choose(get) !== undefined
    })
  const beside = struck(3)
  const alone = newRules()
  alone.add({ match: { nth: 1_000 }, effect: 'lose' })
  alone.add({ match: { operation: 'getOrder', probability: 0.5 }, effect: 'html-502' })
  expect(beside).toEqual(beside.map(() => alone.choose(get) !== undefined))
  expect(new Set(beside).size).toBe(2)
})

it('takes the first rule that applies', () => {
  const rules = newRules()
  rules.add({ match: { times: 1 }, effect: 'html-502' })
  rules.add({ effect: 'lose' })
  expect([rules.choose(get)?.source, rules.choose(get)?.source]).toEqual(['fault-1', 'fault-2'])
  expect(rules.list().map(({ seen, applied }) => [seen, applied])).toEqual([
    [2, 1],
    [2, 1],
  ])
})

it('applies a capture status to captures only', () => {
  const rules = newRules()
  rules.add({ effect: 'capture-status' })
  expect([rules.choose(get), rules.choose(capture)?.source]).toEqual([undefined, 'fault-1'])
})

it.each([
  [null, /effect is missing/],
  [{ match: {} }, /effect is missing/],
  [{ effect: 'explode' }, /Unknown fault "explode"; use one of/],
  [{ effect: 7 }, /effect must be the name of a fault or an object/],
  [{ effect: {} }, /effect does nothing/],
  [{ effect: { latency: 1 } }, /Unknown effect "latency"; use latencyMs/],
  [{ effect: { latencyMs: -1 } }, /latencyMs must be a number of milliseconds/],
  [{ effect: { reset: 'later' } }, /reset does not take "later"/],
  [{ effect: { reset: 'after', lose: true } }, /reset and lose cannot be combined/],
  [{ effect: 'lose', nth: 1 }, /Unknown field "nth"; conditions go into match/],
  [{ effect: { answer: 'conflict-409', headers: { 'a b': 'x' } } }, /headers does not take/],
  [{ effect: { answer: 'conflict-409', headers: { a: 'x\r\ny' } } }, /headers does not take/],
  [{ effect: 'latency' }, /latency must be a number of milliseconds/],
  [{ effect: 'error-500=now' }, /error-500 takes =before or =after/],
  [{ effect: 'lose', match: [] }, /match must be an object/],
  [
    { effect: 'lose', match: { operation: 'capture' } },
    /match.operation must be one of createOrder/,
  ],
  [{ effect: 'lose', match: { when: 1 } }, /Unknown match "when"; use operation/],
  [{ effect: 'lose', match: { nth: 0 } }, /match.nth must be a whole number from 1/],
  [
    { effect: 'lose', match: { merchant: 3 } },
    /match.merchant is 3, and the number of merchant keys is 2: give a place from 1 to 2/,
  ],
  [
    { effect: 'lose', match: { probability: 2 } },
    /match.probability must be a number between 0 and 1/,
  ],
])('refuses %j with a message that helps', (rule, message) => {
  const rules = newRules()
  expect(() => rules.add(rule)).toThrow(message)
  expect(rules.list()).toEqual([])
})

it('takes all after the first = for the value', () => {
  const rules = newRules()
  expect(rules.add({ effect: 'capture-status=A=B' }).effect).toEqual({ captureStatus: 'A=B' })
})

it('logs the fault with each request that got it', async () => {
  const emulator = await runEmulator()
  emulator.control.faults.add({ match: { nth: 2 }, effect: { latencyMs: 0, answer: 'error-500' } })
  await emulator.get('/v2/payments/X')
  await emulator.get('/v2/payments/X')
  await emulator.get('/v2/payments/X', { fault: 'html-502' })
  expect(emulator.control.requests().map(({ fault }) => fault)).toEqual([
    null,
    { source: 'fault-1', effect: { latencyMs: 0, answer: 'error-500' } },
    { source: 'x-emulator-fault', effect: { answer: 'html-502' } },
  ])
})

it('applies a rule to paths that no operation has', async () => {
  const emulator = await runEmulator()
  emulator.control.faults.add({ match: { path: '/nowhere' }, effect: 'html-502' })
  expect((await emulator.get('/nowhere')).status).toBe(502)
})

it('throws the same dice again for the same seed, and after a reset', async () => {
  const emulator = await runEmulator({ seed: 3 })
  const twin = await runEmulator({ seed: 3 })
  async function sequence({ control, get }: typeof emulator): Promise<number[]> {
    control.faults.add({ match: { probability: 0.5 }, effect: 'html-502' })
    const statuses: number[] = []
    for (let index = 0; index < 30; index += 1) statuses.push((await get('/v2/payments/X')).status)
    return statuses
  }
  const first = await sequence(emulator)
  expect(new Set(first)).toEqual(new Set([422, 502]))
  expect(await sequence(twin)).toEqual(first)
  emulator.control.reset()
  expect(await sequence(emulator)).toEqual(first)
})

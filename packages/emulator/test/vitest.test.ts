import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Control } from '../src/index.js'
import { type SharedEmulator, useEmulator } from '../src/vitest.js'

const emulator = useEmulator({ seed: 7, clock: 'manual' })
const urls: string[] = []

async function createFault() {
  emulator.control.faults.add({ effect: 'error-500' })
  urls.push(emulator.url)
  const answer = await fetch(`${emulator.url}/v3/configurations`)
  expect(answer.status).toBe(500)
}

describe('useEmulator', () => {
  it.each(['one test', 'the next'])('gives %s a state without the faults of another', async () => {
    expect(emulator.control.faults.list()).toEqual([])
    await createFault()
  })

  it('keeps one emulator for all tests of the file', () => {
    expect([urls.length, new Set(urls).size, urls[0]]).toEqual([2, 1, emulator.url])
  })

  it('passes its options on', () => {
    expect([emulator.seed, emulator.control.clock.now().mode]).toEqual([7, 'manual'])
    expect([emulator.merchantKey, emulator.deviceKey, emulator.ca]).toEqual([
      'qhtfs87hjnc12kkos',
      'testdeviceapikey',
      undefined,
    ])
  })

  it('leaves closing to itself', () => {
    expectTypeOf(emulator).toEqualTypeOf<SharedEmulator>()
    expectTypeOf(emulator.control).toEqualTypeOf<Control>()
    // @ts-expect-error a test must not close what the others use
    expect(emulator.close).toBe(undefined)
  })
})

/** Where the emulator of the first group was, for the group after it. */
let gone = ''

describe('useEmulator in a group', () => {
  const other = useEmulator()
  const early = (() => {
    try {
      return other.url
    } catch (error) {
      return String(error)
    }
  })()

  it('cannot be read before it runs, and says where it can', () => {
    expect(early).toMatch(/is not running: read it inside a test/)
  })

  it('starts another emulator', () => {
    gone = other.url
    expect(gone).not.toBe(emulator.url)
  })
})

describe('after the group', () => {
  it('is closed', async () => {
    await expect(fetch(`${gone}/_emulator/clock`)).rejects.toThrow('fetch failed')
  })
})

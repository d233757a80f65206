import { expect, it } from 'vitest'
import { createDeliveryArchive } from '../../src/webhooks/archive.js'
import { createLanes } from '../../src/webhooks/lanes.js'
import type { DeliveryRecord } from '../../src/webhooks/record.js'

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A job that is under way until it is ended. */
function jobs() {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const job = (name: string) => () =>
    new Promise<void>((resolve) => {
      started.push(name)
      ends.set(name, resolve)
    })
  const end = async (name: string) => {
    ends.get(name)?.()
    await turn()
  }
  return { started, job, end }
}

it('runs the jobs of one lane one after the other and those of others beside them', async () => {
  const { started, job, end } = jobs()
  const lanes = createLanes(10)
  for (const name of ['a1', 'a2', 'b1']) void lanes.run(name.charAt(0), job(name))
  await turn()
  expect(started).toEqual(['a1', 'b1'])
  await end('a1')
  expect(started).toEqual(['a1', 'b1', 'a2'])
})

it('runs no more jobs at once than it is told, and every one in the end', async () => {
  const { started, job, end } = jobs()
  const lanes = createLanes(2)
  const names = ['a', 'b', 'c', 'd', 'e']
  for (const name of names) void lanes.run(name, job(name))
  await turn()
  expect(started).toEqual(['a', 'b'])
  for (const [index, name] of names.entries()) {
    await end(name)
    expect(started).toEqual(names.slice(0, index + 3))
  }
  void lanes.run('f', job('f'))
  await turn()
  expect(started.at(-1)).toBe('f')
})

it('keeps every pending delivery and the last ended ones', () => {
  const archive = createDeliveryArchive(2)
  const records = ['1', '2', '3', '4', '5'].map((id) => ({ id }) as DeliveryRecord)
  for (const record of records) archive.add(record)
  for (const record of records.slice(1)) archive.ended(record)
  expect(archive.list().map(({ id }) => id)).toEqual(['1', '4', '5'])
  expect(archive.find('2')).toBeUndefined()
})

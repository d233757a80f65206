import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { createRecentKeys } from '../../src/resources/recent-keys.js'
import { clientFor } from '../support/clients.js'
import { startScript, text } from '../support/scripted-server.js'
import { pageAndSize } from './report-server.js'

const PAGES = 200
const SIZE = 1000
const MEGABYTE = 2 ** 20

/** Makes a page as it is asked for. Held whole, the report would take more than 100 MB. */
function startHugeReport() {
  const padding = '.'.repeat(150)
  return startScript((request, response) => {
    const { page, size } = pageAndSize(request.url)
    const items = Array.from(
      { length: size },
      (_, index) =>
        `{"merchantPayoutToken":"${page * size + index}${padding}","status":"${padding}"}`,
    )
    const hasMore = page + 1 < PAGES
    const body = `{"items":[${items}],"total":${PAGES * SIZE},"page":${page},"size":${size},"hasMore":${hasMore}}`
    text(200, body, { 'content-type': 'application/json' })(request, response)
  })
}

function heapInUse(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  return process.memoryUsage().heapUsed
}

it('a report of any length takes the memory of a few pages', async () => {
  const server = await startHugeReport()
  let rows = 0
  let sumOfNumbers = 0
  let mostHeap = 0
  const before = heapInUse()
  for await (const row of clientFor(server.url).reporting.payouts({ size: SIZE })) {
    rows += 1
    sumOfNumbers += Number.parseInt(row.merchantPayoutToken, 10)
    if (rows % 50_000 === 0) mostHeap = Math.max(mostHeap, heapInUse())
  }
  expect(rows).toBe(PAGES * SIZE)
  expect(sumOfNumbers).toBe((rows * (rows - 1)) / 2)
  expect((mostHeap - before) / MEGABYTE).toBeLessThan(25)
})

it('the keys of a report are forgotten in the order in which they came, and not too early', () => {
  const keys = createRecentKeys(3)
  const remembered = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((key) => {
    keys.add(key)
    return ['a', 'b', 'c', 'd', 'e', 'f', 'g'].filter(keys.has).join('')
  })
  expect(remembered).toEqual(['a', 'ab', 'abc', 'abcd', 'abcde', 'abcdef', 'defg'])
})

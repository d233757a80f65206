// @ts-check

/**
 * @typedef {{ median: number, low: number, high: number }} Spread
 * @typedef {object} Row
 * @property {string} label
 * @property {{ ratio: Spread } | undefined} one
 * @property {{ ratio: Spread } | undefined} many
 * @property {{ ratio: Spread } | undefined} oneTls
 * @property {{ ratio: Spread } | undefined} manyTls
 * @property {{ importMs: number, importToFirst: number, firstCall: number } | undefined} start
 * @property {{ one: number, many: number } | undefined} connections
 */

const HEAD = [
  '',
  'CPU per call, 1 at a time',
  'CPU per call, 64 at a time',
  'over TLS, 1',
  'over TLS, 64',
  'import, ms over bare node (÷ floor)',
  'process to first TLS call ÷ bare node',
  'TLS connections for 1,000 calls, 1 / 64 at a time',
]

/** @param {readonly Row[]} rows */
export function clientTable(rows) {
  return markdown(
    HEAD,
    rows.map(({ label, one, many, oneTls, manyTls, start, connections }) => [
      label,
      ratio(one?.ratio),
      ratio(many?.ratio),
      ratio(oneTls?.ratio),
      ratio(manyTls?.ratio),
      start === undefined || Number.isNaN(start.importMs)
        ? '–'
        : `${start.importMs.toFixed(0)} (${digits(start.importToFirst)})`,
      start?.firstCall.toFixed(1) ?? '–',
      `${connections?.one} / ${connections?.many}`,
    ]),
  )
}

/**
 * @param {object} results
 * @param {{ one: Spread, many: Spread }} results.toStripe
 * @param {readonly { name: string, way: string, ms: number, toFloor: number }[]} results.adapters
 * @param {{ first: number, last: number, bytesPerCall: number }} results.heap
 * @param {{ microseconds: number, toBare: Spread, toBareWithId: Spread }} results.webhooks
 * @param {readonly { label: string, over: number, ratio: Spread }[]} results.receivers
 * @param {{ microseconds: number, least: number, most: number }} results.reporting
 * @param {{ ratio: number, perSecond: number, startMs: number, bareStartMs: number, bytesPerOrder: number }} results.emulator
 */
export function otherTable({ toStripe, adapters, heap, webhooks, receivers, reporting, emulator }) {
  return markdown(
    ['', 'measured'],
    [
      ['CPU per call ÷ stripe, 1 at a time', ratio(toStripe.one)],
      ['CPU per call ÷ stripe, 64 at a time', ratio(toStripe.many)],
      ...adapters.map(({ name, way, ms, toFloor }) => [
        `\`${way}\` of \`${name}\`, over the client and its framework (÷ import of the floor)`,
        `${ms.toFixed(1)} ms (${toFloor.toFixed(3)})`,
      ]),
      [
        'heap over 100,000 calls',
        `${megabytes(heap.first)} MB after a tenth, ${megabytes(heap.last)} MB at the end`,
      ],
      ['verifying a webhook ÷ bare HMAC and `JSON.parse`', ratio(webhooks.toBare)],
      ['verifying a webhook ÷ the same and the hash that is its id', ratio(webhooks.toBareWithId)],
      ...receivers.map(({ label, over, ratio: toRoute }) => [
        `${label} ÷ its bare JSON route`,
        `${ratio(toRoute)}: ${over.toFixed(0)} µs a delivery`,
      ]),
      [
        'a report of 1,000,000 rows',
        `${reporting.microseconds.toFixed(1)} µs a row, ${megabytes(reporting.least)} to ${megabytes(reporting.most)} MB of heap`,
      ],
      [
        'emulator: create, approve, capture ÷ three bare Fastify requests',
        `${emulator.ratio.toFixed(1)}: ${emulator.perSecond.toFixed(0)} cycles a second`,
      ],
      [
        'emulator: start, and memory',
        `${emulator.startMs.toFixed(0)} ms (bare Fastify ${emulator.bareStartMs.toFixed(0)}), ${megabytes(emulator.bytesPerOrder * 1000)} MB a thousand orders`,
      ],
    ],
  )
}

/** @param {Spread | undefined} spread */
function ratio(spread) {
  if (spread === undefined) return '–'
  return `${digits(spread.median)} (${digits(spread.low)}–${digits(spread.high)})`
}

/** @param {number} value */
function digits(value) {
  return value.toFixed(value < 10 ? 2 : 0)
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 2 ** 20).toFixed(1)
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function markdown(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

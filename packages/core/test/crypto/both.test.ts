import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import * as node from '../../src/crypto/node.js'
import * as web from '../../src/crypto/web.js'

const bytes = (length: number) => Uint8Array.from({ length }, (_, index) => index % 256)

const CONTENTS: [string, string | Uint8Array][] = [
  ['nothing', ''],
  ['text', '{"status":"charged"}'],
  ['text beyond ASCII', 'è 漢字 🙂'],
  ['half of a surrogate pair', 'a\ud800b'],
  ['bytes that are no text', bytes(1_000)],
  ['a part of a larger buffer', bytes(64).subarray(3, 21)],
]

describe.each([
  ['node', node],
  ['web', web],
])('the file for %s', (_name, { sha256, hmacSha256 }) => {
  it.each(CONTENTS)('hashes %s', async (_what, content) => {
    expect(await sha256(content)).toBe(createHash('sha256').update(content).digest('hex'))
  })

  it.each(CONTENTS)('signs %s behind a prefix', async (_what, content) => {
    const expected = createHmac('sha256', 'kèy').update('V1:1:').update(content).digest('hex')
    expect(Buffer.from(await hmacSha256('kèy', ['V1:1:', content])).toString('hex')).toBe(expected)
  })

  it('keeps keys apart, also more of them than it remembers', async () => {
    const keys = Array.from({ length: 40 }, (_, index) => `key-${index % 20}`)
    const digests = await Promise.all(keys.map((key) => hmacSha256(key, ['x'])))
    const expected = keys.map((key) => createHmac('sha256', key).update('x').digest('hex'))
    expect(digests.map((digest) => Buffer.from(digest).toString('hex'))).toEqual(expected)
  })
})

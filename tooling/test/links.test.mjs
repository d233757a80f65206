// @ts-check
import { afterAll, describe, expect, it } from 'vitest'
import { listDocuments } from '../documents/folder.mjs'
import { anchorsOf, brokenLinks } from '../documents/links.mjs'
import { root, temporaryTree } from './temporary.mjs'

it.each(listDocuments(root))('%s has only links that lead somewhere', (document) => {
  expect(brokenLinks(root, document)).toEqual([])
})

describe('a link', () => {
  const tree = temporaryTree({
    'docs/a.md': [
      '# A title, with `code`',
      '[good](b.md) [good](b.md#part-2) [good](../docs) [good](#a-title-with-code)',
      '[elsewhere](https://example.com/nothing) `[code](nothing.md)`',
      '```',
      '[code](nothing.md)',
      '```',
      '[file](c.md) [heading](b.md#part-3) [own](#part) ![picture](c.png "a picture")',
    ].join('\n'),
    'docs/b.md': '## Part 2\n',
  })
  afterAll(() => tree.remove())

  it('is broken when its file or its heading is missing', () => {
    expect(brokenLinks(tree.folder, 'docs/a.md')).toEqual(['c.md', 'b.md#part-3', '#part', 'c.png'])
  })

  it.each([
    ['## Retries & keys', 'retries--keys'],
    ["## What's [new](x.md)?", 'whats-new'],
    ['## `payments.refund`', 'paymentsrefund'],
    ['## Perché così', 'perché-così'],
  ])('reaches %s by its anchor', (heading, anchor) => {
    expect([...anchorsOf(heading)]).toEqual([anchor])
  })

  it('tells headings of the same words apart', () => {
    expect([...anchorsOf('# A\n\n## A\n')]).toEqual(['a', 'a-1'])
  })
})

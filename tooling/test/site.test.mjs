// @ts-check
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { pageOf, siteLink } from '../site/pages.mjs'
import { italianSidebar, sidebar } from '../site/sidebar.mjs'
import { siteDocuments } from '../site/site-documents.mjs'
import { root } from './temporary.mjs'

const { pages } = siteDocuments(root)
const guides = pages.filter((file) => /^docs\/(?!it\/)|^packages\//.test(file))

describe('the site', () => {
  it.each([
    ['docs/README.md', 'index.md'],
    ['docs/it/README.md', 'it/index.md'],
    ['docs/scenarios/webhooks.md', 'scenarios/webhooks.md'],
    ['packages/core/README.md', 'packages/core.md'],
    ['SECURITY.md', 'security.md'],
    ['apps/demo/README.md', undefined],
  ])('has %s as %s', (file, page) => {
    expect(pageOf(file)).toBe(page)
  })

  it.each([
    ['to a page', '../checkout.md#s01', '/checkout#s01'],
    ['to the first page of a folder', '../README.md', '/'],
    ['to a package', '../../packages/core', '/packages/core'],
    ['to code', '../../packages/core/src', 'tree/main/packages/core/src'],
    ['to the web', 'https://example.com', 'https://example.com'],
    ['to nowhere, which the build refuses', 'nothing.md', 'nothing.md'],
  ])('leads %s', (_what, link, expected) => {
    expect(siteLink(root, 'docs/scenarios/webhooks.md', link)).toMatch(
      new RegExp(`(?:^|/)${expected.replace(/^\//, '')}$`),
    )
  })

  it('names every page of the guides in its sidebars, and no other', () => {
    const links = [...sidebar([]), ...italianSidebar()].flatMap(({ items }) =>
      items.map(({ link }) => link),
    )
    const expected = pages
      .filter((file) => pageOf(file)?.startsWith('api/') === false)
      .map((file) => siteLink(root, 'README.md', file))
    expect([...new Set(links)].sort()).toEqual(expected.sort())
  })
})

describe('llms.txt', () => {
  const text = readFileSync(path.join(root, 'llms.txt'), 'utf8')
  const files = [...text.matchAll(/raw\/main\/(?<file>[^)]+)/g)].map(({ groups }) => groups?.file)

  it('names every guide, quick start and package', () => {
    const indexes = ['docs/README.md', 'docs/scenarios/README.md']
    expect(guides.filter((file) => !files.includes(file) && !indexes.includes(file))).toEqual([])
  })

  it('names no file that is not there', () => {
    expect(files.filter((file = '') => !existsSync(path.join(root, file)))).toEqual([])
  })
})

// @ts-check
import { existsSync } from 'node:fs'
import path from 'node:path'

export const REPOSITORY = 'https://github.com/scalapay-kit/scalapay-kit'

/** Where the reference of the API is generated to, relative to the repository. */
export const REFERENCE_FOLDER = 'tooling/site/generated/api'

/**
 * The Markdown files that are pages of the site, and where the site has them.
 *
 * @type {readonly [file: RegExp, page: (part: Record<string, string | undefined>) => string][]}
 */
const PLACES = [
  [
    /^docs\/(?:(?<folder>.+)\/)?README\.md$/,
    ({ folder = '' }) => path.posix.join(folder, 'index.md'),
  ],
  [/^docs\/(?<page>.+\.md)$/, ({ page = '' }) => page],
  [
    /^packages\/(?<name>core|emulator|fastify|nestjs|nuxt)\/README\.md$/,
    ({ name }) => `packages/${name}.md`,
  ],
  [/^tooling\/site\/generated\/(?<page>api\/.+\.md)$/, ({ page = '' }) => page],
  [
    /^(?<name>ARCHITECTURE|CONTRIBUTING|SECURITY)\.md$/,
    ({ name = '' }) => `${name.toLowerCase()}.md`,
  ],
]

/**
 * @param {string} file relative to the repository
 * @returns {string | undefined} the page's file on the site; undefined for what is no page of it
 */
export function pageOf(file) {
  for (const [pattern, place] of PLACES) {
    const groups = pattern.exec(file)?.groups
    if (groups) return place({ ...groups })
  }
  return undefined
}

/**
 * A link of a document, as the site has it: to the page, or to the file in the repository when it is no page.
 *
 * @param {string} root of the repository
 * @param {string} document that holds the link, relative to root
 * @param {string} link as it stands in the document
 * @returns {string} unchanged when it leads nowhere, so that the build finds it
 */
export function siteLink(root, document, link) {
  if (/^(?:[a-z][a-z+.-]*:|#|\/)/i.test(link)) return link
  const [target = '', anchor] = link.split('#')
  const file = path.posix.join(path.posix.dirname(document), target).replace(/\/$/, '')
  const hash = anchor === undefined ? '' : `#${anchor}`
  const page = pageOf(file) ?? pageOf(`${file}/README.md`)
  if (page !== undefined && existsSync(path.join(root, file))) {
    return `/${page.replace(/(?:^|(?<=\/))index\.md$/, '').replace(/\.md$/, '')}${hash}`
  }
  return existsSync(path.join(root, file)) ? `${REPOSITORY}/tree/main/${file}${hash}` : link
}

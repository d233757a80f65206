// @ts-check
import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import { wholeText } from '../full-text.mjs'
import { pageOf, REPOSITORY, siteLink } from '../pages.mjs'
import { referencePages, sidebar } from '../sidebar.mjs'
import { siteDocuments } from '../site-documents.mjs'

const root = path.resolve(import.meta.dirname, '../../..')
const { resolve } = createRequire(import.meta.url)
const { pages, others } = siteDocuments(root)

export default defineConfig({
  title: 'scalapay-kit',
  description: 'Unofficial TypeScript SDK for Scalapay (buy now, pay later)',
  srcDir: root,
  srcExclude: others,
  rewrites: Object.fromEntries(pages.map((file) => [file, pageOf(file) ?? file])),
  outDir: path.join(root, 'tooling/site/dist'),
  cleanUrls: true,
  lastUpdated: false,
  ignoreDeadLinks: 'localhostLinks',
  // The pages lie outside of this folder, where no or another Vue is installed.
  vite: {
    resolve: {
      alias: [
        { find: /^vue\/server-renderer$/, replacement: resolve('vue/server-renderer') },
        { find: /^vue$/, replacement: resolve('vue/dist/vue.runtime.esm-bundler.js') },
      ],
    },
  },
  markdown: {
    // The headings' addresses are those on GitHub, which the documents use and `pnpm links` checks.
    anchor: { slugify: (words) => slug(words) },
    config(markdown) {
      markdown.core.ruler.push('site-links', ({ tokens, env }) => {
        const document = path.posix.normalize(env.realPath ?? env.path)
        for (const token of tokens.flatMap(({ children }) => children ?? [])) {
          const href = token.attrGet('href')
          if (token.type === 'link_open' && href !== null) {
            token.attrSet('href', siteLink(root, path.relative(root, document), href))
          }
        }
      })
    },
  },
  themeConfig: {
    sidebar: sidebar(referencePages(root)),
    outline: [2, 3],
    search: { provider: 'local' },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    footer: { message: 'Unofficial: not made or endorsed by Scalapay. MIT licence.' },
  },
  buildEnd({ outDir }) {
    copyFileSync(path.join(root, 'llms.txt'), path.join(outDir, 'llms.txt'))
    writeFileSync(path.join(outDir, 'llms-full.txt'), wholeText(root, pages))
  },
})

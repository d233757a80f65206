// @ts-check
import { copyFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { slug } from 'github-slugger'
import { defineConfig } from 'vitepress'
import { wholeText } from '../full-text.mjs'
import { pageOf, REPOSITORY, siteLink } from '../pages.mjs'
import { italianSidebar, referencePages, sidebar } from '../sidebar.mjs'
import { siteDocuments } from '../site-documents.mjs'

const root = path.resolve(import.meta.dirname, '../../..')
const { resolve } = createRequire(import.meta.url)
const { pages, others } = siteDocuments(root)

/** What the site itself says, around the pages in Italian. */
const italian = {
  sidebar: italianSidebar(),
  outline: { level: /** @type {[number, number]} */ ([2, 3]), label: 'In questa pagina' },
  docFooter: { prev: 'Pagina precedente', next: 'Pagina successiva' },
  sidebarMenuLabel: 'Menu',
  returnToTopLabel: 'Torna su',
  langMenuLabel: 'Lingua',
  darkModeSwitchLabel: 'Aspetto',
  darkModeSwitchTitle: 'Passa al tema scuro',
  lightModeSwitchTitle: 'Passa al tema chiaro',
  skipToContentLabel: 'Vai al contenuto',
  notFound: {
    title: 'PAGINA NON TROVATA',
    quote: 'Questa pagina non esiste, o ha cambiato indirizzo.',
    linkText: 'Vai alle guide',
    linkLabel: 'Vai alle guide',
  },
  footer: { message: 'Non ufficiale: non realizzato né approvato da Scalapay. Licenza MIT.' },
}
const italianSearch = {
  button: { buttonText: 'Cerca', buttonAriaLabel: 'Cerca' },
  modal: {
    displayDetails: 'Mostra i dettagli',
    resetButtonTitle: 'Cancella la ricerca',
    backButtonTitle: 'Chiudi la ricerca',
    noResultsText: 'Nessun risultato per',
    footer: {
      selectText: 'per scegliere',
      navigateText: 'per spostarsi',
      closeText: 'per chiudere',
    },
  },
}

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
  locales: {
    root: { label: 'English', lang: 'en' },
    it: { label: 'Italiano', lang: 'it', themeConfig: italian },
  },
  themeConfig: {
    sidebar: sidebar(referencePages(root)),
    outline: [2, 3],
    // Most pages are in one language only: the menu of languages leads to the first page of the other.
    i18nRouting: false,
    search: { provider: 'local', options: { locales: { it: { translations: italianSearch } } } },
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    footer: { message: 'Unofficial: not made or endorsed by Scalapay. MIT licence.' },
  },
  buildEnd({ outDir }) {
    copyFileSync(path.join(root, 'llms.txt'), path.join(outDir, 'llms.txt'))
    writeFileSync(path.join(outDir, 'llms-full.txt'), wholeText(root, pages))
  },
})

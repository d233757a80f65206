// @ts-check
import path from 'node:path'
import { REFERENCE_FOLDER } from './pages.mjs'
import { referenceFiles } from './site-documents.mjs'

/** @param {readonly [text: string, link: string][]} pages */
const items = (pages) => pages.map(([text, link]) => ({ text, link }))

/**
 * The pages of the API reference, one for each entry point.
 *
 * @param {string} root
 * @returns {[text: string, link: string][]}
 */
export function referencePages(root) {
  return referenceFiles(root)
    .map((file) => path.relative(REFERENCE_FOLDER, file).split(path.sep))
    .filter(([, page, below]) => page === 'index.md' && below === undefined)
    .map(([name = '']) => name)
    .map((name) => [name.replace('-', '/'), `/api/${name}/`])
}

/**
 * @param {[text: string, link: string][]} reference
 */
export function sidebar(reference) {
  return [
    {
      text: 'Quick start',
      items: items([
        ['Node', '/quick-start-node'],
        ['Fastify', '/quick-start-fastify'],
        ['NestJS', '/quick-start-nestjs'],
        ['Nuxt', '/quick-start-nuxt'],
        ['In italiano', '/it/'],
      ]),
    },
    {
      text: 'Guides',
      items: items([
        ['Overview', '/'],
        ['Checkout', '/checkout'],
        ['Webhooks', '/webhooks'],
        ['Errors', '/errors'],
        ['Retries and idempotency', '/retries-and-idempotency'],
        ['Money', '/money'],
        ['Testing', '/testing'],
        ['Performance', '/performance'],
        ['Going live', '/going-live'],
        ['Coming from scalapay-js', '/coming-from-scalapay-js'],
        ['Coming from the PHP SDK', '/coming-from-the-php-sdk'],
      ]),
    },
    {
      text: 'Scenarios',
      items: items([
        ['All sixty', '/scenarios/'],
        ['A: checkout', '/scenarios/checkout'],
        ['B: lost and odd answers', '/scenarios/lost-answers'],
        ['C: webhooks', '/scenarios/webhooks'],
        ['D: settlement', '/scenarios/settlement'],
        ['E: operation', '/scenarios/operation'],
      ]),
    },
    {
      text: 'Packages',
      items: items([
        ['core', '/packages/core'],
        ['fastify', '/packages/fastify'],
        ['nestjs', '/packages/nestjs'],
        ['nuxt', '/packages/nuxt'],
        ['emulator', '/packages/emulator'],
      ]),
    },
    { text: 'API reference', collapsed: true, items: items(reference) },
    {
      text: 'Project',
      items: items([
        ['Architecture', '/architecture'],
        ['Contributing', '/contributing'],
        ['Security', '/security'],
      ]),
    },
  ]
}

/** The pages in Italian, and the way to the others. */
export function italianSidebar() {
  return [
    {
      text: 'Per iniziare',
      items: items([
        ['Guide in italiano', '/it/'],
        ['Node', '/it/quick-start-node'],
        ['Fastify', '/it/quick-start-fastify'],
        ['NestJS', '/it/quick-start-nestjs'],
        ['Nuxt', '/it/quick-start-nuxt'],
      ]),
    },
    {
      text: 'Guide',
      items: items([
        ['Checkout', '/it/checkout'],
        ['Webhook', '/it/webhooks'],
        ['Andare in produzione', '/it/going-live'],
      ]),
    },
    { text: 'In inglese', items: items([['Tutte le guide', '/']]) },
  ]
}

// @ts-check
import path from 'node:path'
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
    .filter((file) => file.endsWith('/index.md'))
    .map((file) => path.basename(path.dirname(file)))
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

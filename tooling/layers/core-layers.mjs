// @ts-check
/** @import { Layer } from './layered-packages.mjs' */

/**
 * The layers inside packages/core/src, lowest first (ARCHITECTURE.md: "Layers"). A file may import from its own layer and
 * from those above it in this list, never from those below.
 *
 * @type {readonly Layer[]}
 */
export const coreLayers = [
  {
    name: 'foundation',
    files: [
      'generated/',
      'environments',
      'eur',
      'money',
      'option-checks',
      'totals',
      'types',
      'version',
    ],
  },
  { name: 'crypto', files: ['crypto/'] },
  { name: 'errors', files: ['errors/'] },
  { name: 'settings', files: ['options', 'config', 'from-env', 'agent', 'auth', 'retry/'] },
  { name: 'transport', files: ['transport/'] },
  { name: 'resources', files: ['resources/'] },
  { name: 'checkout', files: ['checkout/'] },
  { name: 'webhooks', files: ['webhooks/', 'webhooks'] },
  { name: 'testing', files: ['testing/', 'testing'] },
  { name: 'client', files: ['client'] },
  { name: 'index', files: ['index'] },
]

/** Webhooks are also used alone (`@scalapay-kit/core/webhooks`), so they see less than their place in the list allows. */
export const webhooksSee = [
  'webhooks/',
  'webhooks',
  'crypto/',
  'errors/',
  'generated/',
  'money',
  'option-checks',
]

/** The one file that reads `process.env`, when it is called and never at import. */
export const environmentReader = 'packages/core/src/from-env.ts'

/** The only files that may import `node:` modules; a build puts them or the web's behind `#transport` and `#crypto`. */
export const nodeFiles = '^packages/core/src/(transport|crypto)/node[a-z-]*\\.ts$'

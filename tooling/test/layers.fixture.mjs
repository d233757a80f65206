// @ts-check
/**
 * @param {string} name
 * @param {object} [more]
 */
export function manifest(name, more = {}) {
  const exports = { '.': { import: { types: './dist/index.d.ts', default: './dist/index.js' } } }
  return JSON.stringify({ name, type: 'module', exports, ...more })
}

/** A small workspace in which every rule is kept, each of them by an import that comes close to breaking it. */
export const good = {
  'packages/core/package.json': manifest('@scalapay-kit/core'),
  'packages/core/tsconfig.json': JSON.stringify({
    compilerOptions: { paths: { '#transport': ['./src/transport/node.ts'] } },
  }),
  'packages/core/src/index.ts': "export { Scalapay } from './client.js'",
  'packages/core/src/client.ts':
    "import { createTransport } from '#transport'\nexport const Scalapay = createTransport",
  'packages/core/src/money.ts':
    'export const eur = 1 // console.log(process.env) is only text here',
  'packages/core/src/errors/base.ts': "import { eur } from '../money.js'\nexport const base = eur",
  'packages/core/src/from-env.ts': 'export const read = () => process.env',
  'packages/core/src/transport/wire.ts': 'export const wire = 1',
  'packages/core/src/transport/node.ts':
    "import { request } from 'node:https'\nimport { wire } from './wire.js'\nexport const createTransport = [request, wire]",
  'packages/core/src/webhooks/verify.ts':
    "import { base } from '../errors/base.js'\nexport const verify = base",
  'packages/emulator/package.json': manifest('@scalapay-kit/emulator'),
  'packages/emulator/src/index.ts':
    "import { createServer } from 'node:http'\nimport type { Scalapay } from '@scalapay-kit/core'\nexport const start: typeof Scalapay = createServer",
  'packages/emulator/src/answer.ts': 'export type Answer = string',
  'packages/emulator/src/state/idempotency.ts':
    "import type { Answer } from '../answer.js'\nexport const kept: Answer[] = []",
  'packages/emulator/src/http/perform.ts':
    "import { kept } from '../state/idempotency.js'\nexport const perform = kept",
  'packages/fastify/package.json': manifest('@scalapay-kit/fastify'),
  'packages/fastify/src/index.ts':
    "import { Scalapay } from '@scalapay-kit/core'\nexport const plugin = Scalapay",
  'packages/fastify/test/plugin.test.ts':
    "import { start } from '@scalapay-kit/emulator'\nimport { plugin } from '../src/index.js'\nexport const both = [start, plugin]",
  'apps/fastify-shop/package.json': manifest('fastify-shop'),
  'apps/fastify-shop/src/index.ts':
    "import { plugin } from '@scalapay-kit/fastify'\nimport { cart } from 'storefront'\nconsole.log(process.env, plugin, cart)",
  'packages/storefront/package.json': manifest('storefront'),
  'packages/storefront/src/index.ts': 'export const cart = 1',
  'apps/demo/package.json': manifest('demo'),
  'apps/demo/src/main.ts': "import 'fastify-shop'",
  'packages/core/src/generated/api.ts': 'export {}\n'.repeat(300),
}

export const lines = (/** @type {number} */ count) => 'export {}\n'.repeat(count)

/** One forbidden file each: what it holds, and what the check says to whoever wrote it. */
export const violations = [
  {
    rule: 'imports against the direction of the layers',
    file: 'packages/core/src/errors/upwards.ts',
    text: "import { wire } from '../transport/wire.js'\nexport const x = wire",
    says: 'packages/core/src/errors/upwards.ts → packages/core/src/transport/wire.ts\n  core-direction (errors): errors may not import settings, transport, resources, checkout, webhooks, testing, client, index, which build on it',
  },
  {
    rule: 'imports only a type against the direction',
    file: 'packages/core/src/transport/upwards.ts',
    text: "import type { Scalapay } from '../client.js'\nexport type X = typeof Scalapay",
    says: 'packages/core/src/transport/upwards.ts → packages/core/src/client.ts\n  core-direction (transport)',
  },
  {
    rule: 'lets webhooks see the transport',
    file: 'packages/core/src/webhooks/curious.ts',
    text: "import { wire } from '../transport/wire.js'\nexport const x = wire",
    says: 'packages/core/src/webhooks/curious.ts → packages/core/src/transport/wire.ts\n  webhooks-see-little: Webhooks may import only webhooks/, webhooks, crypto/, errors/, generated/, money, option-checks of core',
  },
  {
    rule: 'imports in a circle',
    file: 'packages/core/src/retry/run.ts',
    text: "import { policy } from './policy.js'\nexport const run = policy",
    with: {
      'packages/core/src/retry/policy.ts':
        "import { run } from './run.js'\nexport const policy = run",
    },
    says: 'packages/core/src/retry/policy.ts → packages/core/src/retry/run.ts → packages/core/src/retry/policy.ts\n  no-cycle: These files import each other in a circle. Move what they share',
  },
  {
    rule: 'adds a file that no layer has',
    file: 'packages/core/src/helpers.ts',
    text: 'export const x = 1',
    says: 'packages/core/src/helpers.ts\n  core-layer-unknown: No layer of core has this file. Put it into one of the folders',
  },
  {
    rule: 'imports against the direction of the layers of the emulator',
    file: 'packages/emulator/src/webhooks/upwards.ts',
    text: "import { perform } from '../http/perform.js'\nexport const x = perform",
    says: 'packages/emulator/src/webhooks/upwards.ts → packages/emulator/src/http/perform.ts\n  emulator-direction (webhooks): webhooks may not import settings, emulation, routes, http, control, pages, dashboard, server, entries, which build on it (tooling/layers/emulator-layers.mjs)',
  },
  {
    rule: 'imports only a type against the direction of the layers of the emulator',
    file: 'packages/emulator/src/state/upwards.ts',
    text: "import type { perform } from '../http/perform.js'\nexport type X = typeof perform",
    says: 'packages/emulator/src/state/upwards.ts → packages/emulator/src/http/perform.ts\n  emulator-direction (state)',
  },
  {
    rule: 'adds a file that no layer of the emulator has',
    file: 'packages/emulator/src/helpers.ts',
    text: 'export const x = 1',
    says: 'packages/emulator/src/helpers.ts\n  emulator-layer-unknown: No layer of emulator has this file. Put it into one of the folders, or name it in tooling/layers/emulator-layers.mjs',
  },
  {
    rule: 'imports a Node module outside the Node transport',
    file: 'packages/core/src/checkout/complete.ts',
    text: "import { createHash } from 'node:crypto'\nexport const x = createHash",
    says: 'packages/core/src/checkout/complete.ts → crypto\n  core-without-node: Core runs on Workers, Deno and Bun as well',
  },
  {
    rule: 'imports the Node transport past the name that a build chooses by',
    file: 'packages/core/src/transport/direct.ts',
    text: "import { createTransport } from './node.js'\nexport const x = createTransport",
    says: "packages/core/src/transport/direct.ts → packages/core/src/transport/node.ts\n  runtime-by-build: Import '#transport' or '#crypto'",
  },
  {
    rule: 'gives core a dependency',
    file: 'packages/core/src/resources/orders.ts',
    text: "import fastify from 'fastify'\nexport const x = fastify",
    says: 'packages/core/src/resources/orders.ts → fastify\n  core-dependencies: Core depends on openapi-fetch and nothing else',
  },
  {
    rule: 'imports an adapter from another adapter',
    file: 'packages/nestjs/src/module.ts',
    text: "import { plugin } from '@scalapay-kit/fastify'\nexport const x = plugin",
    with: { 'packages/nestjs/package.json': manifest('@scalapay-kit/nestjs') },
    says: 'packages/nestjs/src/module.ts → packages/fastify/src/index.ts\n  package-direction (packages/nestjs, src): This folder may import packages/core, packages/emulator and no other package',
  },
  {
    rule: "imports the emulator from the NestJS module's own code",
    file: 'packages/nestjs/src/shortcut.ts',
    text: "import { start } from '@scalapay-kit/emulator'\nexport const x = start",
    with: { 'packages/nestjs/package.json': manifest('@scalapay-kit/nestjs') },
    says: 'packages/nestjs/src/shortcut.ts → packages/emulator/src/index.ts\n  emulator-for-testing-only',
  },
  {
    rule: "imports the emulator from an adapter's own code",
    file: 'packages/fastify/src/shortcut.ts',
    text: "import { start } from '@scalapay-kit/emulator'\nexport const x = start",
    says: 'packages/fastify/src/shortcut.ts → packages/emulator/src/index.ts\n  package-direction (packages/fastify, src)',
  },
  {
    rule: "takes more than core's types into the emulator",
    file: 'packages/emulator/src/webhooks/signature.ts',
    text: "import { Scalapay } from '@scalapay-kit/core'\nexport const x = Scalapay",
    says: 'packages/emulator/src/webhooks/signature.ts → packages/core/src/index.ts\n  emulator-takes-types-only: The emulator takes only types from core',
  },
  {
    rule: 'imports another package by a relative path',
    file: 'apps/fastify-shop/src/deep.ts',
    text: "import { eur } from '../../../packages/core/src/money.js'\nexport const x = eur",
    says: 'apps/fastify-shop/src/deep.ts → packages/core/src/money.ts\n  no-relative-import-of-another-package: Import another package by its published name',
  },
  {
    rule: 'imports a name that a package does not publish',
    file: 'apps/fastify-shop/src/unpublished.ts',
    text: "import { eur } from '@scalapay-kit/core/money'\nexport const x = eur",
    says: 'apps/fastify-shop/src/unpublished.ts → @scalapay-kit/core/money\n  no-deep-import: This name is not in the "exports" of that package',
  },
  {
    rule: 'imports a package that only drives shops into a shop',
    file: 'apps/fastify-shop/src/upside-down.ts',
    text: "import 'demo'",
    with: { 'apps/demo/src/index.ts': 'export {}' },
    says: 'apps/fastify-shop/src/upside-down.ts → apps/demo/src/index.ts\n  package-direction (apps/fastify-shop, src)',
  },
  {
    rule: 'adds a package without saying what it may import',
    file: 'packages/express/package.json',
    text: manifest('@scalapay-kit/express'),
    says: 'packages/express\n  package-layer-unknown: Nothing says what this package may import',
  },
  {
    rule: 'writes a file of 251 lines',
    file: 'packages/fastify/test/long.test.ts',
    text: lines(251),
    says: 'packages/fastify/test/long.test.ts\n  file-length: It has 251 lines; 250 are the most. Split it by responsibility.',
  },
  {
    rule: 'writes to the console in a library',
    file: 'packages/fastify/src/noisy.ts',
    text: '\nconsole.warn(1)',
    says: 'packages/fastify/src/noisy.ts:2\n  no-console: A library does not write to the console.',
  },
  {
    rule: 'reads the environment in a library',
    file: 'packages/emulator/src/settings.ts',
    text: 'export const port = process.env.PORT',
    says: 'packages/emulator/src/settings.ts:1\n  no-process-env: Only packages/core/src/from-env.ts reads the environment.',
  },
  {
    rule: 'reads the environment by destructuring',
    file: 'packages/core/src/auth.ts',
    text: 'const { env: variables } = process\nexport const x = variables',
    says: 'packages/core/src/auth.ts:1\n  no-process-env: Only packages/core/src/from-env.ts',
  },
]

// @ts-check
/** @import { IForbiddenRuleType } from 'dependency-cruiser' */
import { nodeFiles, webhooksSee } from './core-layers.mjs'
import { layeredPackages } from './layered-packages.mjs'
import { layersOf } from './package-layers.mjs'
import { sourceFiles } from './source-files.mjs'

const ANOTHER_FOLDER = '^(packages|apps)/'
const CORE_SOURCE = '^packages/core/src/'

/**
 * The rules for dependency-cruiser. Each comment is the message a violation prints: it says what to do.
 *
 * @param {readonly string[]} folders of the workspace
 * @returns {IForbiddenRuleType[]}
 */
export function importRules(folders) {
  return [
    ...everywhere,
    ...folders.flatMap(betweenPackages),
    ...emulator,
    ...layeredPackages.flatMap(directions),
    ...insideCore,
    ...coreOutwards,
  ]
}

/** @type {IForbiddenRuleType[]} */
const everywhere = [
  {
    name: 'no-cycle',
    comment:
      'These files import each other in a circle. Move what they share into a file of its own that imports neither.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'no-relative-import-of-another-package',
    comment:
      'Import another package by its published name and declare it in package.json, as its users do.',
    severity: 'error',
    from: { path: '^(packages|apps)/([^/]+)/' },
    to: { path: ANOTHER_FOLDER, pathNot: '^$1/$2/', dependencyTypes: ['local'] },
  },
  {
    name: 'no-deep-import',
    comment:
      'This name is not in the "exports" of that package. Import a published name, or publish this one there first.',
    severity: 'error',
    from: {},
    to: { path: '^@scalapay-kit/', couldNotResolve: true },
  },
]

/**
 * @param {string} folder
 * @returns {IForbiddenRuleType[]}
 */
function betweenPackages(folder) {
  const layers = layersOf(folder)
  if (layers === undefined) return []
  const { src, tests } = layers
  return [
    packageRule({ folder, part: 'src', from: `^${folder}/src/`, allowed: src }),
    packageRule({
      folder,
      part: 'tests',
      from: `^${folder}/(?!src/)`,
      allowed: [...src, ...tests],
    }),
  ]
}

/**
 * @param {{ folder: string, part: string, from: string, allowed: readonly string[] }} rule
 * @returns {IForbiddenRuleType}
 */
function packageRule({ folder, part, from, allowed }) {
  return {
    name: `package-direction (${folder}, ${part})`,
    comment: `This folder may import ${list(allowed)} and no other package of the workspace (tooling/layers/package-layers.mjs). Move the code to the package that may, or hand it in as an argument.`,
    severity: 'error',
    from: { path: from },
    to: { path: ANOTHER_FOLDER, pathNot: [folder, ...allowed].map((name) => `^${name}/`) },
  }
}

/** @type {IForbiddenRuleType[]} */
const emulator = [
  {
    name: 'emulator-takes-types-only',
    comment:
      'The emulator takes only types from core, so that the two cannot share a mistake. Write `import type`, or write the code again here.',
    severity: 'error',
    from: { path: '^packages/emulator/' },
    to: { path: '^packages/core/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'emulator-for-testing-only',
    comment:
      'The emulator is an optional peer of the NestJS module: only what `@scalapay-kit/nestjs/testing` loads may import it.',
    severity: 'error',
    from: { path: '^packages/nestjs/src/', pathNot: '^packages/nestjs/src/testing/' },
    to: { path: '^packages/emulator/' },
  },
]

/**
 * @param {typeof layeredPackages[number]} layered
 * @returns {IForbiddenRuleType[]}
 */
function directions({ name: folder, layers, list: place }) {
  return layers.slice(0, -1).map(({ name, files }, index) => {
    const later = layers.slice(index + 1)
    return {
      name: `${folder}-direction (${name})`,
      comment: `${name} may not import ${list(later.map((layer) => layer.name))}, which build on it (${place}). Move what it needs down, or hand it in as an argument.`,
      severity: 'error',
      from: { path: sourceFiles(folder, files) },
      to: {
        path: sourceFiles(
          folder,
          later.flatMap((layer) => layer.files),
        ),
      },
    }
  })
}

/** @type {IForbiddenRuleType[]} */
const insideCore = [
  {
    name: 'webhooks-see-little',
    comment: `Webhooks may import only ${list(webhooksSee)} of core: they are used without the client too. Hand in what they need as an argument.`,
    severity: 'error',
    from: { path: sourceFiles('core', ['webhooks/']) },
    to: { path: CORE_SOURCE, pathNot: sourceFiles('core', webhooksSee) },
  },
]

/** @type {IForbiddenRuleType[]} */
const coreOutwards = [
  {
    name: 'core-without-node',
    comment:
      'Core runs on Workers, Deno and Bun as well: only the files node*.ts of src/transport and src/crypto may import Node modules. Use a web standard, or put it behind #transport or #crypto.',
    severity: 'error',
    from: { path: CORE_SOURCE, pathNot: nodeFiles },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'runtime-by-build',
    comment:
      "Import '#transport' or '#crypto', behind which each build has its own file; a direct import pulls Node into every runtime.",
    severity: 'error',
    from: { path: CORE_SOURCE, pathNot: nodeFiles },
    to: {
      path: nodeFiles,
      dependencyTypes: ['local'],
      dependencyTypesNot: ['aliased-subpath-import'],
    },
  },
  {
    name: 'core-dependencies',
    comment:
      'Core depends on openapi-fetch and nothing else, above all on no framework. Write the few lines here, or put the code into an adapter.',
    severity: 'error',
    from: { path: CORE_SOURCE },
    to: { pathNot: ['^packages/', '(^|/)openapi-fetch'], dependencyTypesNot: ['core'] },
  },
]

/** @param {readonly string[]} names */
function list(names) {
  return names.length === 0 ? 'nothing' : names.join(', ')
}

// @ts-check
/** @import { ICruiseResult, IViolation } from 'dependency-cruiser' */
/** @import { Problem } from './source-rules.mjs' */
import { cruise } from 'dependency-cruiser'
import { importRules } from './import-rules.mjs'
import { layersOf } from './package-layers.mjs'
import { publishedNames } from './published-names.mjs'

const MODULE = /\.[cm]?[jt]s$/

/**
 * @param {string} root
 * @param {readonly string[]} folders of the workspace
 * @param {readonly string[]} files in them
 * @returns {Promise<Problem[]>}
 */
export async function importProblems(root, folders, files) {
  const forbidden = importRules(folders)
  const { output } = await cruise(
    files.filter((file) => MODULE.test(file)),
    {
      baseDir: root,
      ruleSet: { forbidden },
      validate: true,
      // Types count too: a type that points upwards is a dependency like any other.
      tsPreCompilationDeps: true,
      doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    },
    {
      alias: publishedNames(root, folders),
      extensions: ['.ts', '.mts', '.js', '.mjs', '.cjs', '.d.mts'],
    },
  )
  const { summary } = /** @type {ICruiseResult} */ (output)
  const comments = new Map(forbidden.map(({ name, comment }) => [name, comment ?? '']))
  return [
    ...folders.filter((folder) => layersOf(folder) === undefined).map(unlistedFolder),
    ...summary.violations.map((violation) => ({
      where: arrows(violation),
      rule: violation.rule.name,
      message: comments.get(violation.rule.name) ?? '',
    })),
  ]
}

/**
 * @param {string} folder
 * @returns {Problem}
 */
function unlistedFolder(folder) {
  const message =
    'Nothing says what this package may import. Name it in tooling/layers/package-layers.mjs.'
  return { where: folder, rule: 'package-layer-unknown', message }
}

/** @param {IViolation} violation */
function arrows({ from, to, cycle = [] }) {
  return cycle.length > 0 ? [from, ...cycle.map(({ name }) => name)].join(' → ') : `${from} → ${to}`
}

// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { environmentReader } from './core-layers.mjs'
import { layeredPackages } from './layered-packages.mjs'
import { sourceFiles } from './source-files.mjs'

/** @typedef {{ where: string, rule: string, message: string }} Problem */

/** Above this, a file has more than one responsibility. Documents and data are read differently. */
const MAX_LINES = 250
const CODE = /\.([cm]?[jt]s|vue|css)$/
const LIBRARY_SOURCE = /^packages\/[^/]+\/src\/.*\.ts$/

/**
 * What the imports alone do not tell.
 *
 * @param {string} root
 * @param {readonly string[]} files relative to root
 * @returns {Problem[]}
 */
export function sourceProblems(root, files) {
  return files
    .filter((file) => CODE.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8')
      return [
        ...lengthProblems(file, text),
        ...layerProblems(file),
        ...(LIBRARY_SOURCE.test(file) ? globalProblems(file, text) : []),
      ]
    })
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {Problem[]}
 */
function lengthProblems(file, text) {
  const lines = text.trimEnd().split('\n').length
  if (lines <= MAX_LINES) return []
  const message = `It has ${lines} lines; ${MAX_LINES} are the most. Split it by responsibility.`
  return [{ where: file, rule: 'file-length', message }]
}

const layered = layeredPackages.map(({ name, layers, list }) => ({
  name,
  list,
  source: `packages/${name}/src/`,
  inLayers: new RegExp(
    sourceFiles(
      name,
      layers.flatMap((layer) => layer.files),
    ),
  ),
}))

/**
 * @param {string} file
 * @returns {Problem[]}
 */
function layerProblems(file) {
  const outside = layered.find(
    ({ source, inLayers }) => file.startsWith(source) && !inLayers.test(file),
  )
  if (outside === undefined) return []
  const { name, list } = outside
  const message = `No layer of ${name} has this file. Put it into one of the folders, or name it in ${list}.`
  return [{ where: file, rule: `${name}-layer-unknown`, message }]
}

/**
 * @param {string} file
 * @param {string} text
 * @returns {Problem[]}
 */
function globalProblems(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  /** @type {Problem[]} */
  const problems = []

  /** @param {ts.Node} node */
  const visit = (node) => {
    const found = findForbiddenGlobal(file, node)
    if (found !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source))
      problems.push({ where: `${file}:${line + 1}`, ...found })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return problems
}

/**
 * @param {string} file
 * @param {ts.Node} node
 * @returns {Omit<Problem, 'where'> | undefined}
 */
function findForbiddenGlobal(file, node) {
  if (isConsole(node)) {
    return {
      rule: 'no-console',
      message: 'A library does not write to the console. Use the injected logger, or throw.',
    }
  }
  if (readsEnvironment(node) && file !== environmentReader) {
    return {
      rule: 'no-process-env',
      message: `Only ${environmentReader} reads the environment. Take the value as an option.`,
    }
  }
  return undefined
}

/** @param {ts.Node} node */
function isConsole(node) {
  return (
    ts.isPropertyAccessExpression(node) &&
    /^(globalThis\.)?console$/.test(node.expression.getText())
  )
}

/** @param {ts.Node} node */
function readsEnvironment(node) {
  if (ts.isPropertyAccessExpression(node)) {
    return node.name.text === 'env' && isProcess(node.expression)
  }
  if (ts.isVariableDeclaration(node) && ts.isObjectBindingPattern(node.name)) {
    const names = node.name.elements.map((element) =>
      (element.propertyName ?? element.name).getText(),
    )
    return names.includes('env') && node.initializer !== undefined && isProcess(node.initializer)
  }
  return false
}

/** @param {ts.Node} node */
function isProcess(node) {
  return /^(globalThis\.)?process$/.test(node.getText())
}

// @ts-check
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'

/** @typedef {Record<string, any>} Node A part of the description: plain JSON, its form checked by the tests. */

/**
 * @typedef {object} Operation
 * @property {string} id
 * @property {'GET' | 'POST'} method
 * @property {string} path
 * @property {'merchant' | 'device'} auth
 * @property {boolean} idempotent
 * @property {Node[]} parameters References resolved.
 * @property {Node} node The operation as it stands in the description.
 */

/** @type {Readonly<Record<string, Operation['auth']>>} */
const AUTH = { merchantKey: 'merchant', deviceKey: 'device' }

/**
 * @param {string | URL} file
 * @returns {Promise<Node>}
 */
export async function readDescription(file) {
  return parse(await readFile(file, 'utf8'))
}

/**
 * What a node stands for: itself, or what its `$ref` points at.
 * @param {Node} description
 * @param {Node} node
 * @returns {Node}
 */
export function resolve(description, node) {
  if (typeof node.$ref !== 'string') return node
  const names = node.$ref.replace(/^#\//, '').split('/')
  const target = names.reduce((/** @type {Node | undefined} */ at, name) => at?.[name], description)
  if (target === undefined)
    throw new Error(`${node.$ref} points at nothing. Correct the reference.`)
  return resolve(description, target)
}

/**
 * The operations in the order of the description.
 * @param {Node} description
 * @returns {Operation[]}
 */
export function listOperations(description) {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    Object.entries(/** @type {Record<string, Node>} */ (item)).map(([method, node]) => {
      const parameters = (node.parameters ?? []).map((/** @type {Node} */ parameter) =>
        resolve(description, parameter),
      )
      return {
        id: node.operationId,
        method: methodOf(method, path),
        path,
        auth: authOf(node.security ?? description.security, path),
        idempotent: parameters.some(isIdempotencyKey),
        parameters,
        node,
      }
    }),
  )
}

/** @param {Node} parameter */
function isIdempotencyKey(parameter) {
  return parameter.in === 'header' && parameter.name === 'Idempotency-Key'
}

/**
 * @param {string} method
 * @param {string} path
 * @returns {Operation['method']}
 */
function methodOf(method, path) {
  if (method === 'get') return 'GET'
  if (method === 'post') return 'POST'
  throw new Error(
    `${path} has the method "${method}". Only get and post are supported: extend methodOf.`,
  )
}

/**
 * @param {Record<string, unknown>[]} security
 * @param {string} path
 * @returns {Operation['auth']}
 */
function authOf(security, path) {
  const schemes = security.flatMap((entry) => Object.keys(entry))
  const auth = schemes.length === 1 ? AUTH[String(schemes[0])] : undefined
  if (auth === undefined) {
    throw new Error(`${path} must have exactly one security scheme, merchantKey or deviceKey.`)
  }
  return auth
}

// @ts-check
/**
 * A contender is one file in contenders/ with a `label`, the `module` that its user imports, and `connect`.
 *
 * @typedef {(setup: { url: string, apiKey: string }) => Promise<Call>} Connect
 * @typedef {(order: Record<string, unknown>) => Promise<unknown>} Call sends one order and parses the answer
 * @typedef {{ name: string, label: string, module: string | undefined, needsTls: boolean }} Contender
 */

/** The floor first: the others are told as its multiples. */
const NAMES = [
  'undici-pool',
  'node-agent',
  'scalapay-kit',
  'stripe',
  'axios',
  'global-fetch',
  'openapi-fetch',
  'square',
  'adyen',
]

/** @returns {Promise<Contender[]>} */
export async function contenders() {
  const files = NAMES.map(async (name) => {
    const { label, module, needsTls = false } = await import(`../contenders/${name}.mjs`)
    return { name, label, module, needsTls }
  })
  return Promise.all(files)
}

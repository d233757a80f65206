// @ts-check

/**
 * Holds a value against what it must be. The cases bring no test library along, because not every runtime could load one.
 *
 * @param {unknown} actual
 * @param {unknown} expected
 * @throws Error showing both
 */
export function equal(actual, expected) {
  const [is, must] = [show(actual), show(expected)]
  if (is !== must) throw new Error(`It is ${is}; it must be ${must}.`)
}

/**
 * What a call fails with.
 *
 * @param {() => unknown} call
 * @returns {Promise<any>}
 * @throws Error when it does not fail
 */
export async function failureOf(call) {
  let result
  try {
    result = await call()
  } catch (error) {
    return error
  }
  throw new Error(`It must fail; it answers ${show(result)}.`)
}

/** @param {unknown} value @returns {string | undefined} */
function show(value) {
  return JSON.stringify(value, (_key, entry) => {
    if (entry === undefined) return 'undefined'
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) return entry
    return Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

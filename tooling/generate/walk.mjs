// @ts-check

/** @typedef {Record<string, any>} Schema */

/**
 * A copy of a JSON value in which every object has passed through `change`, innermost first. The object under
 * `properties` is not a schema but a list of names, which may be words that `change` looks for: it is spared.
 * @param {unknown} value
 * @param {(schema: Schema) => Schema} change
 * @returns {any}
 */
export function mapSchemas(value, change) {
  if (Array.isArray(value)) return value.map((entry) => mapSchemas(entry, change))
  if (!isObject(value)) return value
  return change(
    mapValues(value, (entry, key) =>
      key === 'properties' && isObject(entry)
        ? mapValues(entry, (property) => mapSchemas(property, change))
        : mapSchemas(entry, change),
    ),
  )
}

/**
 * Whether a schema is an open union: known words, plus any other string.
 * @param {Schema} schema
 */
export function isOpenUnion(schema) {
  return (
    Array.isArray(schema.anyOf) && schema.anyOf.some(isWordList) && schema.anyOf.some(isAnyString)
  )
}

/** @param {Schema} member */
export function isWordList(member) {
  return Array.isArray(member.enum)
}

/** @param {Schema} member */
export function isAnyString(member) {
  return member.type === 'string' && !isWordList(member)
}

/**
 * @param {Schema} object
 * @param {(value: unknown, key: string) => unknown} change
 */
function mapValues(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value, key)]))
}

/**
 * @param {unknown} value
 * @returns {value is Schema}
 */
function isObject(value) {
  return value !== null && typeof value === 'object'
}

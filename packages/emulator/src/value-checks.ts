/** What a value must be, and whether it is. */
export type Check = readonly [wanted: string, holds: (value: unknown) => boolean]

/** A choice between on and off. */
export const yesOrNo: Check = ['true or false', (value) => typeof value === 'boolean']

/** One of the names. */
export function oneOf(...names: string[]): Check {
  return [names.join(' or '), (value) => names.some((name) => name === value)]
}

/** A whole number, both bounds included. */
export function wholeNumber(from: number, to: number): Check {
  return [
    `a whole number from ${from} to ${to}`,
    (value) => Number.isInteger(value) && Number(value) >= from && Number(value) <= to,
  ]
}

/** Whether a value is a text with something in it. */
export function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

/** Whether a value is an object as `{}` writes it. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What is wrong with a value, if anything. */
export function problemOf(name: string, value: unknown, [wanted, holds]: Check): string[] {
  return holds(value) ? [] : [`${name} must be ${wanted}`]
}

/** A misspelt name would leave its default in silence. */
export function unknownNames(
  kind: 'option' | 'webhook setting',
  given: object,
  known: object,
  prefix = '',
): string[] {
  return Object.keys(given)
    .filter((name) => !Object.hasOwn(known, name))
    .map((name) => `there is no ${kind} ${prefix}${name}`)
}

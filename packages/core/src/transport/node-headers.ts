/**
 * The value of a header as it came, or of the first of that name. Read from Node's list of names and values, because the object
 * that Node makes of it would cost each call more than the one or two headers that it looks at.
 *
 * @param name in lower case
 */
export function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const given = rawHeaders[place] as string
    if (given.length === name.length && given.toLowerCase() === name) return rawHeaders[place + 1]
  }
  return undefined
}

/** All headers by lower-case name; values of the same name are joined, as `fetch` does. */
export function allHeaders(rawHeaders: readonly string[]): Record<string, string> {
  const all: Record<string, string> = {}
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = (rawHeaders[place] as string).toLowerCase()
    const value = rawHeaders[place + 1] as string
    all[name] = Object.hasOwn(all, name) ? `${all[name]}, ${value}` : value
  }
  return all
}

/**
 * The value of a header, or its values joined, as `fetch` does. Read from Node's list of names and values, because the object
 * that Node makes of it would cost each call more than the one or two headers that it looks at.
 *
 * @param name in lower case
 */
export function headerOf(rawHeaders: readonly string[], name: string): string | undefined {
  let found: string | undefined
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const given = rawHeaders[place] as string
    if (given.length !== name.length || given.toLowerCase() !== name) continue
    const value = rawHeaders[place + 1] as string
    found = found === undefined ? value : `${found}, ${value}`
  }
  return found
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

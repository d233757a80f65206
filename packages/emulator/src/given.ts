/** What is not given at all, in JavaScript also what is undefined, leaves the default. */
export function given<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as Fields
}

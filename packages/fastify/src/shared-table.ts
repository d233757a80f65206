/**
 * A table that every copy of this package has in common, because the ESM and the CommonJS one may meet in one process.
 * Weak, so that an app that is gone takes its entries along.
 */
export function sharedTable<Value>(name: string): WeakMap<object, Value> {
  const key = Symbol.for(`scalapay-kit.fastify.${name}`)
  const holder = globalThis as { [key]?: WeakMap<object, Value> }
  holder[key] ??= new WeakMap()
  return holder[key]
}

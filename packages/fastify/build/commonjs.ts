import { readFile, writeFile } from 'node:fs/promises'

const EXPORTS = /^export \{ (?<names>[^}]+) \};?$/m

/**
 * Gives the CommonJS half the shape of Fastify's own plugins: what `require()` answers is the plugin itself, with
 * `.default` and the named exports on it. The bundler can only put a default export beside named ones.
 *
 * @param dist the folder that holds `index.cjs` and `index.d.cts`
 */
export async function exportLikeFastify(dist: URL): Promise<void> {
  await rewrite(
    new URL('index.cjs', dist),
    (code) => `${code}\nmodule.exports = Object.assign(exports.default, exports);\n`,
  )
  await rewrite(new URL('index.d.cts', dist), (types) => {
    const names = EXPORTS.exec(types)?.groups?.names
    if (names === undefined) throw new Error('index.d.cts does not end in one list of exports.')
    return types.replace(
      EXPORTS,
      [
        `declare namespace plugin { export { ${names} }; }`,
        'declare function plugin(...args: Parameters<typeof scalapayPlugin>): ReturnType<typeof scalapayPlugin>;',
        'export = plugin;',
      ].join('\n'),
    )
  })
}

async function rewrite(file: URL, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')))
}

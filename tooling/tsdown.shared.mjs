// @ts-check

/** @typedef {import('tsdown').UserConfig} UserConfig */

/**
 * What every build for Node has in common: ES modules with their types, for the oldest Node that is supported.
 *
 * @param {Record<string, string>} entry
 * @param {UserConfig} [own] what this build has besides, or in the place of that
 * @returns {UserConfig}
 */
export const forNode = (entry, own) => ({
  entry,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  ...own,
})

/**
 * An entry in a file of its own, with copies of the little that it shares with the others: each file more that an
 * application loads takes Node more than a millisecond.
 *
 * @param {string} name
 * @param {UserConfig} [own] as for `forNode`
 */
export const entryOfItsOwn = (name, own) =>
  forNode(
    { [name]: `src/${name}.ts` },
    { format: ['esm', 'cjs'], clean: false, outputOptions: { exports: 'named' }, ...own },
  )

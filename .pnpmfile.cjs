/** @param {Record<string, string>} dependencies */
const sorted = (dependencies) =>
  Object.fromEntries(Object.entries(dependencies).sort(([a], [b]) => (a < b ? -1 : 1)))

module.exports = {
  hooks: {
    // pnpm lists dependencies in the order in which it happens to resolve them, so that two tarballs of one commit could differ.
    beforePacking(/** @type {Record<string, any>} */ manifest) {
      for (const kind of [
        'dependencies',
        'devDependencies',
        'optionalDependencies',
        'peerDependencies',
      ]) {
        if (manifest[kind]) manifest[kind] = sorted(manifest[kind])
      }
      return manifest
    },
  },
}

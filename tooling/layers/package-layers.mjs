// @ts-check
/**
 * What each workspace folder may import of the others, by folder (ARCHITECTURE.md: "Layers").
 * `src` is what its own code may import, `tests` what everything else in the folder may import besides.
 *
 * @type {Readonly<Record<string, { readonly src: readonly string[], readonly tests: readonly string[] }>>}
 */
const packageLayers = {
  'packages/core': { src: [], tests: [] },
  'packages/emulator': { src: ['packages/core'], tests: [] },
  'packages/nestjs': { src: ['packages/core', 'packages/emulator'], tests: ['packages/contract'] },
  'packages/fastify': { src: ['packages/core'], tests: ['packages/emulator', 'packages/contract'] },
  'packages/nuxt': { src: ['packages/core', 'packages/emulator'], tests: ['packages/contract'] },
  'packages/contract': {
    src: ['packages/core', 'packages/emulator', 'packages/storefront'],
    tests: [],
  },
  'packages/storefront': { src: ['packages/core'], tests: ['packages/emulator'] },
}

const published = ['core', 'nestjs', 'fastify', 'nuxt', 'emulator'].map(
  (name) => `packages/${name}`,
)
const shops = ['nestjs', 'fastify', 'nuxt'].map((name) => `apps/${name}-shop`)

/**
 * An app is what a user could have written: published packages only, and the shops for those that drive them. A shop may
 * import the storefront as well: what has nothing to do with its framework is there once, so that each shop shows what
 * does.
 */
const appLayers = { shop: [...published, 'packages/storefront'], driver: [...published, ...shops] }

/** @param {string} folder such as "apps/demo" */
export function layersOf(folder) {
  if (!folder.startsWith('apps/')) return packageLayers[folder]
  return {
    src: shops.includes(folder) ? appLayers.shop : appLayers.driver,
    tests: ['packages/contract'],
  }
}

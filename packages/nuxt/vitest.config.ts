import { defineConfig } from 'vitest/config'
import { sharedTest } from '../../tooling/vitest.shared.mjs'

export default defineConfig({
  test: {
    ...sharedTest,
    globalSetup: './test/support/build-fixtures.ts',
    hookTimeout: 240_000,
    // Several servers and a build beside each other only make each other late.
    fileParallelism: false,
    // A built server runs as it is.
    server: { deps: { external: [/\/\.output\//] } },
  },
})

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * For `pnpm mutation` alone. Stryker copies this package elsewhere, so nothing outside of it can be imported; and the tests
 * that read what is built would see the same build for every mutant.
 */
export default defineConfig({
  resolve: {
    alias: {
      '#crypto': fileURLToPath(new URL('src/crypto/node.ts', import.meta.url)),
      '#transport': fileURLToPath(new URL('src/transport/node.ts', import.meta.url)),
    },
  },
  test: {
    include: [
      'test/{errors,retry,money,webhooks,testing}/**/*.test.ts',
      'test/leak/personal.test.ts',
    ],
    // Thousands of random inputs for each mutant take long, and find little that the tables do not.
    exclude: ['test/webhooks/{module-graph,fuzz,server}.test.ts'],
    setupFiles: ['test/support/few-runs.ts'],
    testTimeout: 60_000,
  },
})

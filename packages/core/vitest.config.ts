import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { sharedTest } from '../../tooling/vitest.shared.mjs'

export default defineConfig({
  resolve: {
    alias: {
      '#crypto': fileURLToPath(new URL('src/crypto/node.ts', import.meta.url)),
      '#transport': fileURLToPath(new URL('src/transport/node.ts', import.meta.url)),
    },
  },
  test: sharedTest,
})

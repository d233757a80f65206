import { defineConfig } from 'vitest/config'
import { sharedTest } from '../../tooling/vitest.shared.mjs'

export default defineConfig({
  test: { ...sharedTest, fileParallelism: false, setupFiles: ['src/setup.ts'] },
})

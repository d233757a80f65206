// @ts-check
import { defineConfig } from 'vitest/config'
import { sharedTest } from './vitest.shared.mjs'

/** The repository's own tests: the two commands, the checks, and what the documents promise. */
export default defineConfig({
  root: import.meta.dirname,
  // Concurrent tests start a process each; more of them than processors only wait for each other.
  test: { ...sharedTest, include: ['test/**/*.test.mjs'], maxConcurrency: 2 },
})

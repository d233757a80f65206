import { defineConfig } from 'vitest/config'
import { sharedTest } from '../../tooling/vitest.shared.mjs'

// Nest takes seconds to import, and the tests share nothing: once for all files is enough.
export default defineConfig({ test: { ...sharedTest, isolate: false } })

import { defineConfig } from 'tsdown'
import { forNode } from '../../tooling/tsdown.shared.mjs'

export default defineConfig(
  // The suites must register with the vitest that runs them, not with a copy of it.
  forNode({ index: 'src/index.ts' }, { external: ['vitest'] }),
)

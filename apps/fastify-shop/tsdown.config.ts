import { defineConfig } from 'tsdown'
import { forNode } from '../../tooling/tsdown.shared.mjs'

export default defineConfig(
  forNode({ index: 'src/index.ts', main: 'src/main.ts' }, { dts: { entry: 'src/index.ts' } }),
)

import { defineConfig } from 'tsdown'
import { forNode } from '../../tooling/tsdown.shared.mjs'

export default defineConfig(
  forNode({ start: 'src/start.ts' }, { tsconfig: '../../tsconfig.base.json' }),
)

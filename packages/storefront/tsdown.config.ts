import { defineConfig } from 'tsdown'
import { forNode } from '../../tooling/tsdown.shared.mjs'

export default defineConfig(forNode({ index: 'src/index.ts', wording: 'src/views/wording.ts' }))

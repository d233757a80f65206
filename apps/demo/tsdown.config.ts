import { defineConfig } from 'tsdown'
import { forNode } from '../../tooling/tsdown.shared.mjs'

export default defineConfig(forNode({ main: 'src/main.ts' }, { dts: false }))

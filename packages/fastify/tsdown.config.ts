import { defineConfig } from 'tsdown'
import { exportLikeFastify } from './build/commonjs.js'

export default defineConfig({
  entry: { index: 'src/index.ts', testing: 'src/testing.ts' },
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  outputOptions: { exports: 'named' },
  onSuccess: () => exportLikeFastify(new URL('./dist/', import.meta.url)),
})

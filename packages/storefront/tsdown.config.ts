import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { index: 'src/index.ts', wording: 'src/views/wording.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
})

import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: { start: 'src/start.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  tsconfig: '../../tsconfig.base.json',
})

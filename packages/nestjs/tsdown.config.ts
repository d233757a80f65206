import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    health: 'src/health.ts',
    testing: 'src/testing.ts',
  },
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  outputOptions: { exports: 'named' },
})

import { defineConfig, type UserConfig } from 'tsdown'

const shared: UserConfig = { platform: 'node', target: 'node20', fixedExtension: false }

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/index.ts', vitest: 'src/vitest.ts', cli: 'src/cli.ts' },
    format: 'esm',
    dts: true,
  },
  // The command is started by Node itself and needs no second form.
  {
    ...shared,
    entry: { index: 'src/index.ts', vitest: 'src/vitest.ts' },
    format: 'cjs',
    dts: true,
    clean: false,
  },
])

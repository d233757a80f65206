import { defineConfig, type UserConfig } from 'tsdown'

const shared: UserConfig = {
  entry: {
    index: 'src/index.ts',
    webhooks: 'src/webhooks.ts',
    testing: 'src/testing.ts',
    'crypto/node': 'src/crypto/node.ts',
    'crypto/web': 'src/crypto/web.ts',
    'transport/deno': 'src/transport/deno.ts',
    'transport/node': 'src/transport/node.ts',
    'transport/web': 'src/transport/web.ts',
  },
  platform: 'neutral',
  target: 'es2022',
  dts: true,
  deps: { neverBundle: ['#crypto', '#transport', /^node:/] },
  fixedExtension: false,
  // One file for all that entries share: each file more takes Node most of a millisecond to load.
  outputOptions: {
    codeSplitting: { groups: [{ name: 'shared', test: /(?<!\.d)\.ts$/, minShareCount: 2 }] },
  },
}

export default defineConfig([
  { ...shared, format: 'esm' },
  // A dual build that leaves openapi-fetch outside dies in CommonJS: its default export is wrapped there.
  {
    ...shared,
    format: 'cjs',
    clean: false,
    deps: { ...shared.deps, alwaysBundle: ['openapi-fetch'] },
  },
])

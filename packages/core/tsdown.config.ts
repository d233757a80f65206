import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'tsdown'

const source = (file: string) => fileURLToPath(new URL(`src/${file}.ts`, import.meta.url))

/**
 * A build for one kind of runtime, with its transport and its cryptography. A file of their own, chosen when it is loaded, would
 * cost every start: each file more takes Node more than a millisecond. Hence openapi-fetch, too, is inside; outside, it would
 * also die in CommonJS, where its default export is wrapped.
 */
function buildFor({ transport, crypto }: { transport: string; crypto: string }): UserConfig {
  return {
    entry: { index: 'src/index.ts', webhooks: 'src/webhooks.ts', testing: 'src/testing.ts' },
    plugins: [resolve({ '#transport': source(transport), '#crypto': source(crypto) })],
    platform: 'neutral',
    target: 'es2022',
    dts: false,
    deps: {
      neverBundle: [/^node:/],
      alwaysBundle: ['openapi-fetch'],
      onlyBundle: ['openapi-fetch', 'openapi-typescript-helpers'],
    },
    fixedExtension: false,
    clean: false,
    outputOptions: {
      codeSplitting: { groups: [{ name: 'shared', test: /(?<!\.d)\.ts$/, minShareCount: 2 }] },
    },
  }
}

/** Before tsconfig.json is asked, whose paths are those of Node. */
function resolve(files: Readonly<Record<string, string>>) {
  return { name: 'runtime', resolveId: (name: string) => files[name] }
}

const node = buildFor({ transport: 'transport/node', crypto: 'crypto/node' })

export default defineConfig([
  { ...node, format: 'esm', dts: true, clean: true },
  { ...node, format: 'cjs', dts: true },
  { ...buildFor({ transport: 'transport/web', crypto: 'crypto/web' }), outDir: 'dist/web' },
  { ...buildFor({ transport: 'transport/deno', crypto: 'crypto/web' }), outDir: 'dist/deno' },
])

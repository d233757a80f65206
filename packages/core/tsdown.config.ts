import { fileURLToPath } from 'node:url'
import { defineConfig, type UserConfig } from 'tsdown'

const source = (file: string) => fileURLToPath(new URL(`src/${file}.ts`, import.meta.url))

/**
 * A build for one kind of runtime, with its transport and its cryptography inside: files of their own, chosen when they are
 * loaded, would cost every start, since each takes Node more than a millisecond.
 */
function buildFor({ transport, crypto }: { transport: string; crypto: string }): UserConfig {
  return {
    entry: { index: 'src/index.ts', webhooks: 'src/webhooks.ts', testing: 'src/testing.ts' },
    plugins: [runtimeFiles({ '#transport': source(transport), '#crypto': source(crypto) })],
    platform: 'neutral',
    target: 'es2022',
    // Those of Node's build are everybody's.
    dts: false,
    deps: { neverBundle: [/^node:/] },
    fixedExtension: false,
    clean: false,
    outputOptions: {
      codeSplitting: { groups: [{ name: 'shared', test: /(?<!\.d)\.ts$/, minShareCount: 2 }] },
    },
  }
}

/** Before tsconfig.json is asked, whose paths are those of Node. */
function runtimeFiles(files: Readonly<Record<string, string>>) {
  return { name: 'runtime-files', resolveId: (name: string) => files[name] }
}

const node = buildFor({ transport: 'transport/node', crypto: 'crypto/node' })

export default defineConfig([
  { ...node, format: 'esm', dts: true, clean: true },
  // A dual build that leaves openapi-fetch outside dies in CommonJS: its default export is wrapped there.
  {
    ...node,
    format: 'cjs',
    dts: true,
    deps: { ...node.deps, alwaysBundle: ['openapi-fetch'] },
  },
  { ...buildFor({ transport: 'transport/web', crypto: 'crypto/web' }), outDir: 'dist/web' },
  { ...buildFor({ transport: 'transport/deno', crypto: 'crypto/web' }), outDir: 'dist/deno' },
])

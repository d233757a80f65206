import { defineConfig, type UserConfig } from 'tsdown'

/**
 * An entry in a file of its own, with copies of the little that it shares with the others: each file more that an
 * application loads takes Node more than a millisecond.
 */
const entry = (name: string): UserConfig => ({
  entry: { [name]: `src/${name}.ts` },
  format: ['esm', 'cjs'],
  platform: 'node',
  target: 'node20',
  dts: true,
  fixedExtension: false,
  clean: false,
  outputOptions: { exports: 'named' },
})

/** There is one `ScalapayModule`, whose metadata Nest reads: other entries take that of the main one. */
const moduleOfIndex = {
  name: 'module-of-index',
  resolveId: (file: string) =>
    file.endsWith('/scalapay.module.js')
      ? { id: '@scalapay-kit/nestjs', external: true }
      : undefined,
}

export default defineConfig([
  { ...entry('index'), clean: true },
  entry('health'),
  { ...entry('testing'), plugins: [moduleOfIndex] },
])

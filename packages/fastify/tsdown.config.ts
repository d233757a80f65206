import { defineConfig, type UserConfig } from 'tsdown'
import { exportLikeFastify } from './build/commonjs.js'

/**
 * An entry in a file of its own, with copies of the little that it shares with the other: each file more that an
 * application loads takes Node more than a millisecond. What must be one for both is in `sharedTable`.
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

export default defineConfig([
  {
    ...entry('index'),
    clean: true,
    onSuccess: () => exportLikeFastify(new URL('./dist/', import.meta.url)),
  },
  entry('testing'),
])

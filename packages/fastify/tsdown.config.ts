import { defineConfig } from 'tsdown'
import { entryOfItsOwn } from '../../tooling/tsdown.shared.mjs'
import { exportLikeFastify } from './build/commonjs.js'

// What must be one for both entries is in `sharedTable`.
export default defineConfig([
  entryOfItsOwn('index', {
    clean: true,
    onSuccess: () => exportLikeFastify(new URL('./dist/', import.meta.url)),
  }),
  entryOfItsOwn('testing'),
])

import { defineConfig } from 'tsdown'
import { entryOfItsOwn } from '../../tooling/tsdown.shared.mjs'

/** There is one `ScalapayModule`, whose metadata Nest reads: other entries take that of the main one. */
const moduleOfIndex = {
  name: 'module-of-index',
  resolveId: (file: string) =>
    file.endsWith('/scalapay.module.js')
      ? { id: '@scalapay-kit/nestjs', external: true }
      : undefined,
}

export default defineConfig([
  entryOfItsOwn('index', { clean: true }),
  entryOfItsOwn('health'),
  entryOfItsOwn('testing', { plugins: [moduleOfIndex] }),
])

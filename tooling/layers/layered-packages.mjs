// @ts-check
import { coreLayers } from './core-layers.mjs'
import { emulatorLayers } from './emulator-layers.mjs'

/**
 * Files that may see each other and what is in the layers before theirs. They are named without `.ts`, folders with a slash.
 *
 * @typedef {{ readonly name: string, readonly files: readonly string[] }} Layer
 */

/**
 * The packages that are large enough to need a direction inside, and where it is written.
 *
 * @type {readonly { readonly name: string, readonly layers: readonly Layer[], readonly list: string }[]}
 */
export const layeredPackages = [
  { name: 'core', layers: coreLayers, list: 'tooling/layers/core-layers.mjs' },
  { name: 'emulator', layers: emulatorLayers, list: 'tooling/layers/emulator-layers.mjs' },
]

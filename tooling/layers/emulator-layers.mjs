// @ts-check
/** @import { Layer } from './layered-packages.mjs' */

/**
 * The layers inside packages/emulator/src, lowest first, as in `core-layers.mjs`.
 *
 * @type {readonly Layer[]}
 */
export const emulatorLayers = [
  {
    name: 'foundation',
    files: ['generated/', 'answer', 'assets', 'control-error', 'given', 'loopback', 'value-checks'],
  },
  { name: 'state', files: ['state/'] },
  { name: 'faults', files: ['faults/'] },
  { name: 'webhooks', files: ['webhooks/'] },
  {
    name: 'settings',
    files: ['settings', 'switches', 'switch-checks', 'options', 'option-checks'],
  },
  { name: 'emulation', files: ['emulation/'] },
  { name: 'routes', files: ['routes/'] },
  { name: 'http', files: ['http/', 'https/'] },
  { name: 'control', files: ['control/', 'control', 'control-plane'] },
  { name: 'pages', files: ['pages/', 'widget/'] },
  { name: 'dashboard', files: ['dashboard/'] },
  { name: 'server', files: ['pages', 'server'] },
  { name: 'entries', files: ['cli', 'cli-options', 'index', 'vitest'] },
]

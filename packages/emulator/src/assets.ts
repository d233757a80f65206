import { readFileSync } from 'node:fs'

/** The files that the emulator's own pages load, with their types: no page needs inline code. */
export const ASSETS = {
  'style.css': 'text/css; charset=utf-8',
  'checkout.css': 'text/css; charset=utf-8',
  'dashboard.css': 'text/css; charset=utf-8',
  'dashboard.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
} as const

/** The name of one of them. */
export type AssetName = keyof typeof ASSETS

/** The text of a file in `assets`. `assets` lies beside `dist` and beside `src`, so this file stays at the top of `src`. */
export function readAsset(name: AssetName | 'widget-loader.js'): string {
  return readFileSync(new URL(`../assets/${name}`, import.meta.url), 'utf8')
}

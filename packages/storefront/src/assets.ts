const CSS = 'text/css; charset=utf-8'

/** A file that the pages ask for. */
export interface Asset {
  /** As in the pages: `/page.css`. */
  readonly path: string
  /** Its `content-type`. */
  readonly type: string
  /** Where it is on disk. */
  readonly file: URL
}

/** The stylesheets and the icon; they may be cached. */
export const assets: readonly Asset[] = [
  { path: '/page.css', type: CSS },
  { path: '/parts.css', type: CSS },
  { path: '/shop.css', type: CSS },
  { path: '/icon.svg', type: 'image/svg+xml' },
].map((asset) => ({ ...asset, file: new URL(`../public${asset.path}`, import.meta.url) }))

import type { AssetName } from '../assets.js'
import { type Html, html } from './html.js'
import type { Language } from './language.js'
import { texts } from './texts.js'

/** What every page has. */
export interface Page {
  readonly language: Language
  readonly title: string
  readonly content: Html
  /** The page's own path, for the links to the other language; none on pages in English only. */
  readonly path?: string
  /** What the links to the other language keep of the query, with its `&`. */
  readonly query?: string
  /** How wide the page grows. @default 'narrow' */
  readonly width?: 'narrow' | 'wide' | 'full'
  /** What the page loads besides the common stylesheet. */
  readonly sheet: AssetName
  readonly script?: AssetName
  /** What stands at the right of the top when there is no choice of language. */
  readonly aside?: Html
}

const NAMES: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano' }

function languageLinks(path: string, query: string, current: Language): Html {
  const links = (['en', 'it'] as const).map((language) =>
    language === current
      ? html`<li><span aria-current="true" lang="${language}">${NAMES[language]}</span></li>`
      : html`<li><a href="${path}?lang=${language}${query}" lang="${language}" hreflang="${language}" data-testid="language-${language}">${NAMES[language]}</a></li>`,
  )
  return html`<nav aria-label="${texts[current].otherLanguage}"><ul class="languages">${links}</ul></nav>`
}

/** The document around a page. It always says that this is an emulator. */
export function layout(page: Page): string {
  const { language, title, path, query = '', width = 'narrow', script } = page
  const side = path === undefined ? page.aside : languageLinks(path, query, language)
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · scalapay-kit emulator</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/style.css">
<link rel="stylesheet" href="/assets/${page.sheet}">
${script && html`<script type="module" src="/assets/${script}"></script>`}
</head>
<body>
<p class="notice" data-testid="emulator-notice">${texts[language].emulatorNotice}</p>
<div class="page ${width}">
<header><p class="brand">scalapay-kit <span>emulator</span></p>${side}</header>
<main>${page.content}</main>
</div>
</body>
</html>
`.markup
}

/**
 * What a page may do. Nothing is loaded but the emulator's own files.
 *
 * `form-action` is open to every web address: browsers apply it to the redirects after a form as well, so the
 * merchant's return page and whatever that redirects to must be allowed.
 */
function pageHeaders(scripts: readonly string[], framedBy: string) {
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': [
      "default-src 'none'",
      "style-src 'self'",
      ...scripts,
      "img-src 'self'",
      "form-action 'self' http: https:",
      "base-uri 'none'",
      `frame-ancestors ${framedBy}`,
    ].join('; '),
    'cache-control': 'no-store',
    // The shop learns nothing by it, but forms of the page can be told from those of others.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  }
}

/** The headers of a page on which nothing runs. */
export const PAGE_HEADERS = pageHeaders([], "'none'")

/** Any port, because development tools listen on any. */
const THIS_MACHINE = ['http', 'https']
  .flatMap((scheme) => [`${scheme}://localhost:*`, `${scheme}://127.0.0.1:*`])
  .join(' ')

/**
 * The headers of the page that runs the emulator's own script, which talks to the emulator alone. Pages of this machine
 * may frame it, as Nuxt DevTools does; others could have a developer click its buttons unseen.
 */
export const LIVE_PAGE_HEADERS = pageHeaders(
  ["script-src 'self'", "connect-src 'self'"],
  THIS_MACHINE,
)

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
  /** Two columns instead of a narrow one. */
  readonly wide?: boolean
}

const NAMES: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano' }

function languageLinks(path: string, current: Language): Html {
  const links = (['en', 'it'] as const).map((language) =>
    language === current
      ? html`<li><span aria-current="true" lang="${language}">${NAMES[language]}</span></li>`
      : html`<li><a href="${path}?lang=${language}" lang="${language}" hreflang="${language}" data-testid="language-${language}">${NAMES[language]}</a></li>`,
  )
  return html`<nav aria-label="${texts[current].otherLanguage}"><ul class="languages">${links}</ul></nav>`
}

/** The document around a page. It always says that this is an emulator. */
export function layout({ language, title, content, path, wide = false }: Page): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · scalapay-kit emulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/style.css">
</head>
<body>
<p class="notice" data-testid="emulator-notice">${texts[language].emulatorNotice}</p>
<div class="${wide ? 'page wide' : 'page'}">
<header><p class="brand">scalapay-kit <span>emulator</span></p>${path === undefined ? undefined : languageLinks(path, language)}</header>
<main>${content}</main>
</div>
</body>
</html>
`.markup
}

/**
 * Nothing runs on these pages and nothing is loaded but the stylesheet.
 *
 * `form-action` is open to every web address: browsers apply it to the redirects after a form as well, so the
 * merchant's return page and whatever that redirects to must be allowed.
 */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'self'",
    'img-src data:',
    "form-action 'self' http: https:",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

import { type Html, html } from './html.js'

export interface Page {
  readonly title: string
  readonly content: Html
  /** Pieces in the cart, shown beside its link; left out where the cart does not matter. */
  readonly pieces?: number
}

/** The frame around every page. */
export function layout({ title, content, pieces = 0 }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="robots" content="noindex">
  <title>${title} · Corner Store</title>
  <link rel="icon" href="/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/page.css">
  <link rel="stylesheet" href="/parts.css">
  <link rel="stylesheet" href="/shop.css">
</head>
<body>
  <a class="skip" href="#main">Skip to the content</a>
  <header class="top">
    <div class="frame">
      <a class="brand" href="/">Corner Store</a>
      <nav aria-label="Shop">
        <a class="cart-link" href="/cart">Cart${pieces > 0 && html` <span class="count"><span class="unseen">holds </span>${pieces}</span>`}</a>
      </nav>
    </div>
  </header>
  <main id="main" class="frame">
${content}
  </main>
  <footer>
    <p class="frame">A demo shop of scalapay-kit, which is unofficial and not affiliated with Scalapay. Nothing here is for sale.</p>
  </footer>
</body>
</html>
`
}

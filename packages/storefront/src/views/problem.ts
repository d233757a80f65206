import { type Html, html } from './html.js'

export interface Problem {
  readonly title: string
  readonly text: string
  readonly link: { readonly href: string; readonly label: string }
}

/** A page that says what happened and what the shopper can do. */
export function problemPage({ title, text, link }: Problem): Html {
  return html`
  <section class="card state bad">
    <h1>${title}</h1>
    <p class="lead">${text}</p>
    <p class="actions"><a class="button" href="${link.href}">${link.label}</a></p>
  </section>`
}

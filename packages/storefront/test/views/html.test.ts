import { describe, expect, it } from 'vitest'
import { html } from '../../src/views/html.js'

describe('html', () => {
  it.each([
    ['a tag', '<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a closing quote', '" onmouseover="alert(1)', '&quot; onmouseover=&quot;alert(1)'],
    ['a closing apostrophe', "' onload='x", '&#39; onload=&#39;x'],
    ['an entity', '&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['an unclosed tag', '<img src=x', '&lt;img src=x'],
  ])('escapes %s', (_what, hostile, escaped) => {
    expect(html`<p title="${hostile}">${hostile}</p>`.toString()).toBe(
      `<p title="${escaped}">${escaped}</p>`,
    )
  })

  it('escapes the texts of a list', () => {
    expect(html`${['<a>', '&']}`.toString()).toBe('&lt;a&gt;&amp;')
  })

  it('leaves markup of nested templates as it is', () => {
    const items = ['a', 'b'].map((item) => html`<li>${item}</li>`)
    expect(html`<ul>${items}</ul>`.toString()).toBe('<ul><li>a</li><li>b</li></ul>')
  })

  it.each([[undefined], [false as const]])('prints nothing for %s', (nothing) => {
    expect(html`<p>${nothing}</p>`.toString()).toBe('<p></p>')
  })

  it('prints zero', () => {
    expect(html`${0}`.toString()).toBe('0')
  })

  it('does not take an object with a toString of its own for markup', () => {
    const fake: object = { toString: () => '<b>' }
    expect(() => html`${fake as never}`.toString()).toThrow(TypeError)
  })
})

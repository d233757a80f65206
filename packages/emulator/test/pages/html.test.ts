import { expect, it } from 'vitest'
import { html } from '../../src/pages/html.js'

it('escapes every character that could leave text or a quoted attribute', () => {
  expect(html`<a title="${`"'<>&`}">${'<script>'}</a>`.markup).toBe(
    '<a title="&quot;&#39;&lt;&gt;&amp;">&lt;script&gt;</a>',
  )
})

it('leaves its own markup alone and joins lists', () => {
  const items = ['a', '<b>'].map((text) => html`<li>${text}</li>`)
  expect(html`<ul>${items}</ul>${undefined}${7}`.markup).toBe(
    '<ul><li>a</li><li>&lt;b&gt;</li></ul>7',
  )
})

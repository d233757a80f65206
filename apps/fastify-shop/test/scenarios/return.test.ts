import { expect, it } from 'vitest'
import { startShop } from '../support/shop.js'

it.each([
  ['no token', ''],
  ['an unknown token', '?orderToken=NOSUCHTOKEN'],
  ['two tokens', '?orderToken=A&orderToken=B'],
  ['markup for a token', '?orderToken=%3Cscript%3E'],
])('answers 404 to a return with %s', async (_what, query) => {
  const shop = await startShop()
  const visit = await shop.browser().get(`/return${query}`)
  expect(visit.status).toBe(404)
  expect(visit.body).not.toContain('<script>')
})

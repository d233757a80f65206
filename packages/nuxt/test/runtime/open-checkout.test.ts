import { once } from 'node:events'
import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { openCheckout } from '../../src/runtime/app/lib/open-checkout.js'

/** A shop's route that gives this answer. */
async function routeThat(status: number, text: string): Promise<string> {
  const server = createServer((_request, response) => {
    response.writeHead(status).end(text)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

it('answers where the shopper goes on', async () => {
  const route = await routeThat(200, '{"checkoutUrl":"https://portal.scalapay.com/checkout/T"}')
  expect(await openCheckout(route, {})).toBe('https://portal.scalapay.com/checkout/T')
})

it.each([
  [
    'an error',
    500,
    '{"checkoutUrl":"https://portal.scalapay.com/checkout/T"}',
    'answered with 500',
  ],
  ['no address', 200, '{}', 'sendScalapayCheckout'],
  ['a script for an address', 200, '{"checkoutUrl":"javascript:alert(1)"}', 'sendScalapayCheckout'],
  ['a page', 200, '<html>', 'sendScalapayCheckout'],
])('does not follow %s', async (_what, status, text, message) => {
  await expect(openCheckout(await routeThat(status, text), {})).rejects.toThrow(message)
})

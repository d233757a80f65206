import { type IncomingHttpHeaders, request } from 'node:http'
import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'

/** The status of a request with headers that `fetch` keeps to itself. */
function statusOf(url: string, method: string, headers: IncomingHttpHeaders): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers, agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    outgoing.on('error', reject).end()
  })
}

const CONTROLS = ['/_emulator/reset', '/dashboard/reset', '/checkout/ANYTOKEN12/cancel']

it.each([
  ...CONTROLS.map((path) => [path, { 'sec-fetch-site': 'cross-site' }] as const),
  // The router decodes it, whatever a pattern over the address says.
  ['/%5Femulator/reset', { 'sec-fetch-site': 'cross-site' }],
  ['/_emulator/reset?', { 'sec-fetch-site': 'cross-site' }],
  // Browsers without Fetch Metadata, and all of them at an address that they do not trust.
  ['/_emulator/reset', { origin: 'https://elsewhere.example' }],
  ['/_emulator/reset', { origin: 'null' }],
] as const)('refuses a post to %s from a page of another site: %j', async (path, headers) => {
  const emulator = await runEmulator()
  const token = await emulator.created()
  expect(await statusOf(emulator.url + path, 'POST', headers)).toBe(403)
  expect(emulator.control.orders().map((order) => order.token)).toEqual([token])
})

it.each([
  {},
  { 'sec-fetch-site': 'same-origin', origin: 'null' },
  { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:3000' },
  { origin: 'http://127.0.0.1:3000' },
])('obeys programs and pages of this machine: %j', async (headers) => {
  const emulator = await runEmulator()
  await emulator.created()
  expect(await statusOf(`${emulator.url}/_emulator/reset`, 'POST', headers)).toBe(200)
  expect(emulator.control.orders()).toEqual([])
})

it('leads a shopper who comes from a page of another site to the checkout', async () => {
  const emulator = await runEmulator()
  const url = `${emulator.url}/checkout/${await emulator.created()}`
  expect(await statusOf(url, 'GET', { 'sec-fetch-site': 'cross-site' })).toBe(200)
})

it.each([
  ['POST', '/_emulator/reset'],
  ['GET', '/_emulator/orders'],
  ['GET', '/_emulator/events'],
  ['GET', '/'],
])('refuses %s %s by a name that its owner leads to this machine', async (method, path) => {
  const { url } = await runEmulator()
  const host = `rebound.example:${new URL(url).port}`
  expect(await statusOf(url + path, method, { host, 'sec-fetch-site': 'same-origin' })).toBe(403)
})

it.each([
  'localhost',
  'shop.localhost:8484',
  '[::1]:8484',
  '192.168.1.5:8484',
  'emulator:8484',
  'host.docker.internal:8484',
  'scalapay.test',
])('answers to %s, which nobody else can own', async (host) => {
  const { url } = await runEmulator()
  expect(await statusOf(`${url}/_emulator/orders`, 'GET', { host })).toBe(200)
})

it('answers to any name when it listens to the network, but to no page of another site', async () => {
  const { url } = await runEmulator({ host: '0.0.0.0' })
  const reset = (headers: IncomingHttpHeaders) =>
    statusOf(`${url}/_emulator/reset`, 'POST', { host: 'ci.shop.example', ...headers })
  expect(await reset({})).toBe(200)
  expect(await reset({ origin: 'http://ci.shop.example' })).toBe(200)
  expect(await reset({ origin: 'http://elsewhere.example' })).toBe(403)
})

it('serves the API by any name: it asks for a key', async () => {
  const { url, merchantKey } = await runEmulator()
  const headers = { host: 'scalapay.shop.example', authorization: `Bearer ${merchantKey}` }
  expect(await statusOf(`${url}/v3/configurations`, 'GET', headers)).toBe(200)
})

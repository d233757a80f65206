import { expect, it } from 'vitest'
import { Scalapay } from '../../src/index.js'
import { clientFor, MARKER_KEY } from '../support/clients.js'
import { failureOf } from '../support/failure.js'
import { json, startScript, text } from '../support/scripted-server.js'
import { transports } from '../support/transports.js'

const order = { token: 'T1', status: 'charged' }

it.each([
  'http://api.scalapay.com',
  'http://integration.api.scalapay.com',
  'http://192.168.1.10:8484',
  'http://0.0.0.0:8484',
  'http://localhost.evil.example',
  'http://127.0.0.1.evil.example',
  'http://[::2]:8484',
  'ws://127.0.0.1:8484',
  'ftp://127.0.0.1',
])('refuses %s at construction', (baseUrl) => {
  const construct = () => new Scalapay({ apiKey: MARKER_KEY, environment: 'sandbox', baseUrl })
  expect(construct).toThrow(/baseUrl: use https\. Plain http is allowed to this machine only/)
})

it('sends nothing to another base URL given to one raw call', async () => {
  const own = await startScript(json(200, order))
  const other = await startScript(json(200, order))
  const call = clientFor(own.url).raw.GET('/v2/payments/{token}', {
    params: { path: { token: 'T1' } },
    baseUrl: other.url,
  })
  expect(await failureOf(call)).toMatchObject({
    name: 'ScalapayConfigError',
    message: expect.stringContaining('baseUrl cannot be changed for one call'),
  })
  expect([...own.seen, ...other.seen]).toEqual([])
})

it('sends nothing where middleware of the raw client points it', async () => {
  const own = await startScript(json(200, order))
  const other = await startScript(json(200, order))
  const { raw } = clientFor(own.url)
  raw.use({ onRequest: () => new Request(`${other.url}/v2/payments/T1`) })
  const call = raw.GET('/v2/payments/{token}', { params: { path: { token: 'T1' } } })
  expect(await failureOf(call)).toMatchObject({ name: 'ScalapayConfigError' })
  expect([...own.seen, ...other.seen]).toEqual([])
})

const redirects = [301, 302, 303, 307, 308]
const cases = redirects.flatMap((status) => transports.map((entry) => ({ status, ...entry })))

it.each(cases)('never follows a $status with $transport', async ({ status, options }) => {
  const other = await startScript(json(200, order))
  const location = `${other.url}/v2/payments/T1`
  const server = await startScript(text(status, '', { location }))
  const error = await failureOf(clientFor(server.url, options).orders.get('T1'))
  expect(error).toMatchObject({
    name: 'ScalapayServerError',
    httpStatusCode: status,
    retryable: false,
    attempts: 1,
    hint: expect.stringContaining('a redirect is never followed'),
  })
  expect(other.seen).toEqual([])
})

it.each(cases)('does not follow a $status of a raw call with $transport', async (row) => {
  const other = await startScript(json(200, order))
  const location = `${other.url}/v2/payments/T1`
  const server = await startScript(text(row.status, '', { location }))
  const { response } = await clientFor(server.url, row.options).raw.GET('/v2/payments/{token}', {
    params: { path: { token: 'T1' } },
  })
  expect(response.status).toBe(row.status)
  expect(other.seen).toEqual([])
})

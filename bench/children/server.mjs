// @ts-check
/**
 * The service that every contender calls: it reads the request, answers 300 bytes of JSON and counts connections. Run with
 * a certificate (`key`, `cert` as arguments) it speaks TLS. Its first line says its URL; `GET /connections` tells and
 * forgets how many there were.
 */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'

const ANSWER = Buffer.from(
  JSON.stringify({
    token: '5V1IV37D8F',
    expires: '2099-12-31T23:59:59.000Z',
    checkoutUrl: 'https://portal.example.com/checkout/5V1IV37D8F',
    totalAmount: { amount: '190.00', currency: 'EUR' },
    status: 'pending',
    id: 'pi_5V1IV37D8F',
    object: 'payment_intent',
    note: 'x'.repeat(70),
  }),
)
const HEADERS = {
  'content-type': 'application/json',
  'content-length': ANSWER.length,
  'x-amzn-requestid': '0e6bde0e-2c31-4b4e-9d0c-2f6d1c1f7a11',
}

let connections = 0
const [key, cert] = process.argv.slice(2)
/** @type {import('node:http').RequestListener} */
const answer = (request, response) => {
  if (request.url === '/connections') {
    response.end(String(connections - 1))
    connections = 0
    return
  }
  request.on('end', () => response.writeHead(200, HEADERS).end(ANSWER))
  request.resume()
}
const server =
  key && cert
    ? createSecureServer({ key: readFileSync(key), cert: readFileSync(cert) }, answer)
    : createServer(answer)
server.keepAliveTimeout = 60_000
server.on(key ? 'secureConnection' : 'connection', () => {
  connections += 1
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : ''
  process.stdout.write(`${key ? 'https' : 'http'}://localhost:${port}\n`)
})

// Runs in a process of its own, over the built package: see child.ts.
import { request } from 'node:https'
import { Scalapay } from '@scalapay-kit/core'

const [url = '', ca = ''] = process.argv.slice(2)

const bare = await new Promise((resolve) => {
  const outgoing = request(url, ca === '' ? {} : { ca }, (incoming) => {
    resolve({ status: incoming.statusCode, protocol: incoming.socket.getProtocol() })
    incoming.resume()
  })
  outgoing.on('error', (error) => resolve({ code: error.code }))
  outgoing.end()
})

const scalapay = new Scalapay({
  apiKey: 'MARKERKEY0123456789wxyz',
  environment: 'sandbox',
  baseUrl: url,
  retry: { maxAttempts: 3 },
  ...(ca === '' ? {} : { tls: { ca } }),
})
const client = await scalapay.orders.get('T1').then(
  ({ token }) => ({ token }),
  ({ name, message, outcome, attempts }) => ({ name, message, outcome, attempts }),
)
await scalapay.close()

process.stdout.write(JSON.stringify({ bare, client }))

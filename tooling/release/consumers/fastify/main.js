import { readFileSync } from 'node:fs'
import scalapay from '@scalapay-kit/fastify'
import Fastify from 'fastify'

const app = Fastify()
await app.register(scalapay, {
  apiKey: 'qhtfs87hjnc12kkos',
  environment: 'emulator',
  baseUrl: process.env.EMULATOR_URL,
})
const order = JSON.parse(readFileSync('order.json', 'utf8'))

app.post('/orders', async () => app.scalapay.orders.create(order))
app.get('/return', async (request) => {
  const { token } = app.scalapay.checkout.readReturn(request.url)
  const { outcome } = await app.scalapay.checkout.complete({ token, expect: order })
  return { outcome }
})
const url = await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${url}\n`)

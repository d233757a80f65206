import { readFileSync } from 'node:fs'
import { type CreateOrderInput, Scalapay } from '@scalapay-kit/core'

const baseUrl = process.env.EMULATOR_URL
const scalapay = new Scalapay({
  apiKey: 'qhtfs87hjnc12kkos',
  environment: 'emulator',
  baseUrl,
})
const order: CreateOrderInput = JSON.parse(readFileSync('order.json', 'utf8'))
const { merchantReference = '', totalAmount } = order
const { token } = await scalapay.orders.create(order)
await fetch(`${baseUrl}/_emulator/orders/${token}/approve`, { method: 'POST' })
const { outcome } = await scalapay.checkout.complete({
  token,
  expect: { merchantReference, totalAmount },
})
process.stdout.write(JSON.stringify({ token, outcome }))
await scalapay.close()

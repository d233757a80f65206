// A process of its own, on the built package: completes one order many times at once, as soon as it is told to.
import { once } from 'node:events'
import { eur, Scalapay } from '@scalapay-kit/core'

const [baseUrl, apiKey, token, calls] = process.argv.slice(2)
const client = new Scalapay({ apiKey, baseUrl, environment: 'emulator' })
const expect = { merchantReference: 'order-1', totalAmount: eur('100.00') }

const go = once(process, 'message')
process.send('ready')
await go
const completions = Array.from({ length: Number(calls) }, () =>
  client.checkout.complete({ token, expect }),
)
process.send((await Promise.all(completions)).map(({ outcome, changed }) => ({ outcome, changed })))
await client.close()
process.disconnect()

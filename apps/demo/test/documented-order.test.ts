import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { startEmulator } from '@scalapay-kit/emulator'
import { expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { purchase } from '../src/purchase.js'
import { startShop } from '../src/shops.js'
import { Transcript } from '../src/transcript.js'

const require = createRequire(import.meta.url)

/** The create-order example of our OpenAPI document, which is the one that Scalapay documents. */
async function documentedOrder(): Promise<Record<string, unknown>> {
  const core = dirname(require.resolve('@scalapay-kit/core/package.json'))
  const document = parse(await readFile(join(core, 'openapi/scalapay.yaml'), 'utf8'))
  return document.components.examples.documentedOrder.value
}

/** What every shop has of its own: addresses, and the name it gives the order. */
function withoutAddresses(order: Record<string, unknown>) {
  const { merchant, merchantReference, items, ...rest } = order
  expect(Object.keys(merchant as object).sort()).toEqual([
    'redirectCancelUrl',
    'redirectConfirmUrl',
  ])
  expect(merchantReference).toEqual(expect.any(String))
  const plainItems = (items as Record<string, unknown>[]).map(
    ({ pageUrl: _page, imageUrl: _image, ...item }) => item,
  )
  return { ...rest, items: plainItems }
}

it('buys the documented order', async () => {
  const emulator = await startEmulator({ port: 0, seed: 1 })
  onTestFinished(() => emulator.close())
  const shop = await startShop('fastify', emulator)
  onTestFinished(() => shop.close())

  const isRight = await purchase(emulator, shop, new Transcript(() => undefined))

  const create = emulator.control.requests().find(({ operation }) => operation === 'createOrder')
  const sent: Record<string, unknown> = JSON.parse(create?.body ?? '')
  expect(withoutAddresses(sent)).toEqual(withoutAddresses(await documentedOrder()))
  expect(isRight).toBe(true)
})

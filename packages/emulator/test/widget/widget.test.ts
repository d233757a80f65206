import { expect, it } from 'vitest'
import { runEmulator } from '../support/emulator.js'

it.each(['', '?version=V5'])('is a script that every shop may load%s', async (query) => {
  const emulator = await runEmulator()
  const loader = await emulator.get(`/widget/scalapay-widget-loader.js${query}`)
  expect([
    loader.status,
    loader.headers.get('content-type'),
    loader.headers.get('access-control-allow-origin'),
    loader.headers.get('cross-origin-resource-policy'),
  ]).toEqual([200, 'text/javascript; charset=utf-8', '*', 'cross-origin'])
  expect(loader.text).toContain("customElements.define('scalapay-widget'")
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { freePort } from '../support/built-server.js'
import { fixture, nuxt } from '../support/fixtures.js'

/** Starts `nuxt dev` without a key; resolves with what was printed when the shop can be used. */
async function startDevelopment(port: number): Promise<() => string> {
  const child = spawn(
    process.execPath,
    [nuxt, 'dev', fixture('shop'), '--no-fork', '--port', String(port), '--host', '127.0.0.1'],
    { env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'development' } },
  )
  onTestFinished(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'close')
  })
  let text = ''
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        text += chunk.toString()
        if (/Nitro.*built/i.test(text)) resolve()
      })
    }
    child.on('close', () => reject(new Error(text)))
  })
  return () => text
}

it('brings the emulator with nuxt dev when no key is set, says so, and takes an order', {
  timeout: 120_000,
}, async () => {
  const port = await freePort()
  const printed = await startDevelopment(port)
  const emulator = /go to the emulator: (http:\S+)\. No money moves/.exec(printed())?.[1]
  expect(emulator).toBeDefined()
  const shop = `http://127.0.0.1:${port}`
  const checkout = await fetch(`${shop}/api/checkout`, {
    method: 'POST',
    body: new URLSearchParams({ cart: 'c-1' }),
    redirect: 'manual',
    headers: { accept: 'text/html' },
  })
  const checkoutUrl = checkout.headers.get('location') ?? ''
  expect(checkoutUrl).toMatch(`${emulator}/checkout/`)
  const token = checkoutUrl.split('/').at(-1)
  const approved = await fetch(`${emulator}/_emulator/orders/${token}/approve`, { method: 'POST' })
  const { redirectUrl } = await approved.json()
  const back = await fetch(redirectUrl, { redirect: 'manual' })
  expect(back.headers.get('location')).toBe('/?outcome=captured')
})

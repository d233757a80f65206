// @ts-check
import { readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command, server } from '../release/command.mjs'
import { installPacked } from './install-packed.mjs'
import { root, temporaryTree } from './temporary.mjs'

/** @typedef {import('../../packages/emulator/dist/index.js').Emulator} Emulator */

const nuxt3 = path.join(root, 'packages/nuxt/versions/nuxt-3/node_modules/nuxt')
const shop = path.join(root, 'packages/nuxt/test/fixtures/shop')

const config = `export default defineNuxtConfig({
  modules: ['@scalapay-kit/nuxt'],
  compatibilityDate: '2026-01-01',
  telemetry: false,
})`
const page = `<template>
  <main>
    <ScalapayWidget amount="49.90" />
    <ScalapayCheckoutButton :fields="{ cart: 'c-1' }" />
  </main>
</template>`
/** What the README has its readers write, as the shop on Nuxt 4 has it. */
const written = ['server/api/checkout.post.ts', 'server/plugins/scalapay.ts']

const KEY = 'a-marker-key-for-nuxt-3'

describe('a Nuxt 3 application outside the workspace, with the packed packages', () => {
  /** @type {ReturnType<typeof temporaryTree>} */
  let user
  let built = ''
  /** @type {Emulator} */
  let emulator
  /** @type {Awaited<ReturnType<typeof server>>} */
  let running

  beforeAll(async () => {
    user = temporaryTree({
      'nuxt.config.ts': config,
      'app.vue': page,
      ...Object.fromEntries(
        written.map((file) => [file, readFileSync(path.join(shop, file), 'utf8')]),
      ),
    })
    for (const name of ['core', 'emulator', 'nuxt']) await installPacked(user.folder, name)
    const nuxt = path.join(user.folder, 'node_modules/nuxt')
    rmSync(nuxt)
    symlinkSync(nuxt3, nuxt, 'junction')
    const { PATH, HOME, TMPDIR } = process.env
    const env = { PATH, HOME, TMPDIR, NODE_ENV: 'production' }
    built = await command(process.execPath, [path.join(nuxt, 'bin/nuxt.mjs'), 'build'], {
      cwd: user.folder,
      env,
    })

    const emulatorPackage = path.join(root, 'packages/emulator/dist/index.js')
    const { startEmulator } = await import(pathToFileURL(emulatorPackage).href)
    emulator = await startEmulator({ seed: 1, clock: 'manual', merchantKeys: [KEY] })
    const settings = {
      NUXT_SCALAPAY_API_KEY: KEY,
      NUXT_SCALAPAY_ENVIRONMENT: 'emulator',
      NUXT_SCALAPAY_BASE_URL: emulator.url,
      HOST: '127.0.0.1',
      PORT: '0',
    }
    running = await server(process.execPath, ['.output/server/index.mjs'], {
      cwd: user.folder,
      env: { ...env, ...settings },
    })
  }, 120_000)
  afterAll(async () => {
    await running?.stop()
    await emulator?.close()
    user.remove()
  })

  /** What the button does without JavaScript, and the shopper then. */
  async function approveAnOrder() {
    const { headers } = await fetch(`${running.url}/api/checkout`, {
      method: 'POST',
      body: new URLSearchParams({ cart: 'c-1' }),
      redirect: 'manual',
    })
    const token = headers.get('location')?.split('/').at(-1) ?? ''
    return { token, ...emulator.control.approve(token) }
  }

  const captured = () => emulator.control.ledger().map(({ kind, orderToken }) => [kind, orderToken])

  it('is built with Nuxt 3', () => {
    expect(built).toMatch(/Nuxt 3\.\d/)
  })

  it('renders the button, and room for the widget', async () => {
    const html = await (await fetch(running.url)).text()
    expect(html).toMatch(/<form class="scalapay-checkout" method="post" action="\/api\/checkout">/)
    expect(html).toContain('<div class="scalapay-widget scalapay-widget-product"></div>')
    expect(html).not.toContain(KEY)
  })

  it('captures an order when the shopper comes back', async () => {
    emulator.control.reset()
    const { token, redirectUrl } = await approveAnOrder()
    const back = await fetch(redirectUrl, { redirect: 'manual' })
    expect([back.status, back.headers.get('location')]).toEqual([303, '/?outcome=captured'])
    expect(captured()).toEqual([['capture', token]])
  })

  it('captures an order when only the webhook comes', async () => {
    emulator.control.reset()
    emulator.control.webhooks.configure({ url: `${running.url}/api/_scalapay/webhook` })
    const { token } = await approveAnOrder()
    await emulator.control.webhooks.settled()
    expect(captured()).toEqual([['capture', token]])
  })

  it('has no setting of the server in what browsers load, and nothing of the emulator at all', () => {
    const output = path.join(user.folder, '.output')
    const inBrowsers = /deviceApiKey|NUXT_SCALAPAY|integration\.api\.scalapay/
    const found = readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((name) => {
      const file = path.join(output, name)
      if (!statSync(file).isFile()) return false
      const text = readFileSync(file, 'latin1')
      return text.includes('/_emulator') || (name.startsWith('public') && inBrowsers.test(text))
    })
    expect(found).toEqual([])
  })
})

import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { emulatorWith, settingsFor, startBuilt } from '../support/built-server.js'
import { fixture } from '../support/fixtures.js'

const KEY = 'marker-key-that-must-stay-secret'
const OUTPUT = join(fixture('shop'), '.output')

/** The text of every file below a folder, by path. */
function filesIn(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, text: readFileSync(path, 'latin1') }))
}

it('shows the key in no page, payload, header, script or answer (S53)', async () => {
  const emulator = await emulatorWith(KEY)
  onTestFinished(() => emulator.close())
  const server = await startBuilt(settingsFor(emulator))
  const page = await fetch(server.url)
  const html = await page.text()
  const scripts = [...html.matchAll(/(?:src|href)="(\/_nuxt\/[^"]+)"/g)].map(([, path]) => path)
  expect(scripts.length).toBeGreaterThan(0)
  const checkout = await fetch(`${server.url}/api/checkout`, {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({ cart: 'c-1' }),
  })
  expect(checkout.status).toBe(200)
  const shown = [
    html,
    JSON.stringify([...page.headers]),
    ...(await Promise.all(scripts.map(async (path) => (await fetch(server.url + path)).text()))),
    await checkout.text(),
    await (await fetch(`${server.url}/api/checkout`, { method: 'POST', body: '{' })).text(),
    server.printed(),
  ]
  for (const text of shown) expect(text).not.toContain(KEY)
  expect(html).not.toContain('apiKey')
})

it('puts no settings of the server into what browsers load', () => {
  const withSettings = (folder: string) =>
    filesIn(join(OUTPUT, folder))
      .filter(({ text }) => /deviceApiKey|NUXT_SCALAPAY|integration\.api\.scalapay/.test(text))
      .map(({ path }) => path)
  expect(withSettings('public')).toEqual([])
  expect(withSettings('server')).not.toEqual([])
})

it('has nothing of the emulator in a build', () => {
  const files = filesIn(OUTPUT)
  const found = files.filter(
    ({ path, text }) => /@scalapay-kit[/+]emulator/.test(path) || text.includes('/_emulator'),
  )
  expect(found.map(({ path }) => path)).toEqual([])
  expect(files.some(({ text }) => text.includes('/api/_scalapay/webhook'))).toBe(true)
})

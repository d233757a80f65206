import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'

const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"']+)["']/g

/** Everything that a built file reaches: its own text and that of what it imports, and what lies outside of the build. */
async function reach(entry: string): Promise<{ texts: Map<string, string>; outside: string[] }> {
  const texts = new Map<string, string>()
  const outside = new Set<string>()
  const visit = async (file: URL): Promise<void> => {
    if (texts.has(file.pathname)) return
    const text = await readFile(file, 'utf8')
    texts.set(file.pathname, text)
    for (const [, specifier = ''] of text.matchAll(IMPORT)) {
      if (specifier.startsWith('.')) await visit(new URL(specifier, file))
      else outside.add(specifier)
    }
  }
  await visit(new URL(`../../dist/${entry}`, import.meta.url))
  return { texts, outside: [...outside] }
}

describe.each(['workerd', 'edge-light', 'browser', 'deno', 'bun'])(
  'the condition %s',
  (condition) => {
    it.each([
      ['#transport', `./dist/transport/${condition === 'deno' ? 'deno' : 'web'}.js`],
      ['#crypto', './dist/crypto/web.js'],
    ])('S57 edge runtime: chooses the %s without node: modules', async (name, file) => {
      const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
      const { imports } = JSON.parse(manifest) as {
        imports: Record<string, Record<string, unknown>>
      }
      expect(imports[name]?.[condition]).toBe(file)
      expect((await reach(file.replace('./dist/', ''))).outside).toEqual([])
      // The first condition that fits wins, and these runtimes may know `node` as well.
      const order = Object.keys(imports[name] ?? {})
      expect(order.indexOf(condition)).toBeLessThan(order.indexOf('node'))
    })
  },
)

describe.each(['js', 'cjs'])('as built for .%s', (format) => {
  it.each(['webhooks', 'testing'])(
    'S57 edge runtime: %s imports nothing of Node itself or of another package, and not the client',
    async (entry) => {
      const { texts, outside } = await reach(`${entry}.${format}`)
      expect(outside).toEqual(['#crypto'])
      expect(texts.size).toBeGreaterThan(1)
      for (const text of texts.values()) {
        expect(text).not.toMatch(/\bclass Scalapay\b/)
        expect(text).not.toMatch(/\b(?:process|Buffer|globalThis\.process)\./)
      }
    },
  )

  it('S57 edge runtime: the client with the transport of Workers imports no node: module', async () => {
    const client = await reach(`index.${format}`)
    const transport = await reach(`transport/web.${format}`)
    const crypto = await reach(`crypto/web.${format}`)
    expect([...client.outside].sort()).toEqual(
      format === 'js' ? ['#crypto', '#transport', 'openapi-fetch'] : ['#crypto', '#transport'],
    )
    expect([...transport.outside, ...crypto.outside]).toEqual([])
  })

  it('the main entry does: these patterns find what they look for', async () => {
    const { texts, outside } = await reach(`index.${format}`)
    expect(outside).toContain('#transport')
    expect([...texts.values()].some((text) => /\bclass Scalapay\b/.test(text))).toBe(true)
    const node = await reach(`transport/node.${format}`)
    expect(node.outside.some((specifier) => specifier.startsWith('node:'))).toBe(true)
  })
})

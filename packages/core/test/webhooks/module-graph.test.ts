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
      ['.', 'index'],
      ['./webhooks', 'webhooks'],
      ['./testing', 'testing'],
    ])('S57 edge runtime: chooses a build of %s without node: modules', async (name, entry) => {
      const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
      const { exports } = JSON.parse(manifest) as {
        exports: Record<string, Record<string, { default: string }>>
      }
      const file = `./dist/${condition === 'deno' ? 'deno' : 'web'}/${entry}.js`
      expect(exports[name]?.[condition]?.default).toBe(file)
      expect((await reach(file.replace('./dist/', ''))).outside).toEqual(
        entry === 'index' ? ['openapi-fetch'] : [],
      )
      // The first condition that fits wins, and these runtimes may know `node` as well.
      const order = Object.keys(exports[name] ?? {})
      expect(order.indexOf(condition)).toBeLessThan(order.indexOf('node'))
    })
  },
)

describe.each(['web/webhooks.js', 'web/testing.js', 'deno/webhooks.js', 'deno/testing.js'])(
  'as built, %s',
  (entry) => {
    it('S57 edge runtime: has nothing of Node, and not the client', async () => {
      const { texts } = await reach(entry)
      expect(texts.size).toBeGreaterThan(1)
      for (const text of texts.values()) {
        expect(text).not.toMatch(/\bclass Scalapay\b/)
        expect(text).not.toMatch(/\b(?:process|Buffer|globalThis\.process)\./)
      }
    })
  },
)

describe.each(['js', 'cjs'])('as built for .%s on Node', (format) => {
  it.each(['webhooks', 'testing'])(
    '%s imports nothing of another package, and not the client',
    async (entry) => {
      const { texts, outside } = await reach(`${entry}.${format}`)
      expect(outside).toEqual([])
      for (const text of texts.values()) expect(text).not.toMatch(/\bclass Scalapay\b/)
    },
  )

  it('the main entry is the client, and imports of Node: these patterns find what they look for', async () => {
    const { texts, outside } = await reach(`index.${format}`)
    const bundled = format === 'cjs' ? [] : ['openapi-fetch']
    expect(outside.sort()).toEqual(['node:diagnostics_channel', ...bundled])
    expect([...texts.values()].some((text) => /\bclass Scalapay\b/.test(text))).toBe(true)
  })
})

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

it.each(['workerd', 'edge-light', 'browser', 'deno', 'bun'])(
  'S57 edge runtime: the condition %s chooses the transport without node: modules',
  async (condition) => {
    const manifest = await readFile(new URL('../../package.json', import.meta.url), 'utf8')
    const { imports } = JSON.parse(manifest) as { imports: Record<string, Record<string, unknown>> }
    const chosen = String(imports['#transport']?.[condition])
    expect(chosen).toBe(`./dist/transport/${condition === 'deno' ? 'deno' : 'web'}.js`)
    expect((await reach(chosen.replace('./dist/', ''))).outside).toEqual([])
    // The first condition that fits wins, and these runtimes may know `node` as well.
    const order = Object.keys(imports['#transport'] ?? {})
    expect(order.indexOf(condition)).toBeLessThan(order.indexOf('node'))
  },
)

describe.each(['js', 'cjs'])('as built for .%s', (format) => {
  it.each(['webhooks', 'testing'])(
    'S57 edge runtime: %s imports nothing of Node or of another package, and not the client',
    async (entry) => {
      const { texts, outside } = await reach(`${entry}.${format}`)
      expect(outside).toEqual([])
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
    expect([...client.outside].sort()).toEqual(
      format === 'js' ? ['#transport', 'openapi-fetch'] : ['#transport'],
    )
    expect(transport.outside).toEqual([])
  })

  it('the main entry does: these patterns find what they look for', async () => {
    const { texts, outside } = await reach(`index.${format}`)
    expect(outside).toContain('#transport')
    expect([...texts.values()].some((text) => /\bclass Scalapay\b/.test(text))).toBe(true)
    const node = await reach(`transport/node.${format}`)
    expect(node.outside.some((specifier) => specifier.startsWith('node:'))).toBe(true)
  })
})

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

  it('the main entry does: these patterns find what they look for', async () => {
    const { texts, outside } = await reach(`index.${format}`)
    expect(outside).toContain('#transport')
    expect([...texts.values()].some((text) => /\bclass Scalapay\b/.test(text))).toBe(true)
    const node = await reach(`transport/node.${format}`)
    expect(node.outside.some((specifier) => specifier.startsWith('node:'))).toBe(true)
  })
})

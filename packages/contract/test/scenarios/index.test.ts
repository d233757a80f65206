import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SHARED = folder('../../src/')
const APPS = folder('../../../../apps/')

/** Where scenarios of the client are tested: here, and beside the part of core that decides them. */
const PLACES = [SHARED, folder('../'), folder('../../../core/test/')]

/** Scenarios in which the client decides nothing, and who does. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  S58: 'the widget and the button of the Nuxt module',
}

/** Scenarios that no shop is put through, by what decides them instead. All others every shop has to survive. */
const NOT_OF_SHOPS: Readonly<Record<string, readonly string[]>> = {
  'the client, which repeats, times out and explains': [
    ...['S18', 'S19', 'S21', 'S22', 'S23', 'S25', 'S26', 'S28', 'S56'],
  ],
  'the receiver of webhooks, which each adapter is held to': [
    ...['S27', 'S32', 'S33', 'S35', 'S40', 'S41', 'S42'],
  ],
  'the client, for what the demo shops do not do: tills, delays, parcels, voids by hand, reports': [
    ...['S20', 'S44', 'S45', 'S46', 'S50', 'S51', 'S52'],
  ],
  'the amounts of core': ['S48', 'S49'],
  'what is built and released: for the edge, for browsers, for upgrades': ['S57', 'S58', 'S59'],
}

const ALL = Array.from({ length: 60 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}

async function textsIn(place: string, name = /\.ts$/): Promise<string[]> {
  const names = await readdir(place, { recursive: true })
  const files = names.filter((file) => name.test(file) && !file.includes('node_modules'))
  return Promise.all(files.map((file) => readFile(`${place}/${file}`, 'utf8')))
}

/** The scenarios that titles begin with: `it('S16 lost capture answer: …`, also several, `'S39 not 200, S40 header case: …`. */
async function scenariosIn(place: string): Promise<Set<string>> {
  const texts = await textsIn(place)
  const ids = texts.flatMap((text) =>
    [...text.matchAll(/['"`](S\d\d [^'"`:]*)/g)].flatMap(
      ([, title = '']) => title.match(/S\d\d/g) ?? [],
    ),
  )
  return new Set(ids)
}

/** Scenarios that are neither tested nor said to be held elsewhere, and what is said so for no reason. */
function gapsIn(tested: ReadonlySet<string>, elsewhere: readonly string[]) {
  return {
    missing: ALL.filter((id) => !tested.has(id) && !elsewhere.includes(id)),
    needless: elsewhere.filter((id) => tested.has(id) || !ALL.includes(id)),
  }
}

it('every scenario has a test that begins with its name, or a part of the project that it belongs to', async () => {
  const places = await Promise.all(PLACES.map((place) => scenariosIn(place)))
  const tested = new Set(places.flatMap((ids) => [...ids]))
  expect(gapsIn(tested, Object.keys(ELSEWHERE))).toEqual({ missing: [], needless: [] })
})

describe('every shop', () => {
  it('is put through every scenario, but those that something else decides', async () => {
    const held = await scenariosIn(folder('../../src/shop/'))
    const notOfShops = Object.values(NOT_OF_SHOPS).flat()
    expect(gapsIn(held, notOfShops)).toEqual({ missing: [], needless: [] })
  })

  it('runs the suite that they share', async () => {
    const shops = (await readdir(APPS)).filter((name) => name.endsWith('-shop'))
    expect(shops).toEqual(['fastify-shop', 'nestjs-shop', 'nuxt-shop'])
    for (const shop of shops) {
      const tests = await textsIn(`${APPS}/${shop}/test`, /\.test\.ts$/)
      expect(tests.filter((text) => text.includes('describeShopScenarios('))).toHaveLength(1)
    }
  })
})

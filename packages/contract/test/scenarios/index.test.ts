import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** Where scenarios of the client are tested: here, and beside the part of core that decides them. */
const PLACES = ['../../src/', '../', '../../../core/test/'].map((place) =>
  fileURLToPath(new URL(place, import.meta.url)),
)

/** Scenarios in which the client decides nothing, and who does. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  S58: 'the widget and the button of the Nuxt module',
  S60: 'the go-live list of the reference shop',
}

const ALL = Array.from({ length: 60 }, (_, index) => `S${String(index + 1).padStart(2, '0')}`)

/** The scenarios that titles begin with: `it('S16 lost capture answer: …`, also several, `'S39 not 200, S40 header case: …`. */
async function scenariosIn(place: string): Promise<string[]> {
  const names = await readdir(place, { recursive: true })
  const files = names.filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
  const texts = await Promise.all(files.map((name) => readFile(`${place}/${name}`, 'utf8')))
  return texts.flatMap((text) =>
    [...text.matchAll(/['"`](S\d\d [^'"`:]*)/g)].flatMap(
      ([, title = '']) => title.match(/S\d\d/g) ?? [],
    ),
  )
}

it('every scenario has a test that begins with its name, or a part of the project that it belongs to', async () => {
  const tested = new Set((await Promise.all(PLACES.map(scenariosIn))).flat())
  const missing = ALL.filter((id) => !tested.has(id) && !(id in ELSEWHERE))
  expect(missing).toEqual([])
  const needless = Object.keys(ELSEWHERE).filter((id) => tested.has(id) || !ALL.includes(id))
  expect(needless).toEqual([])
})

import { expect, it } from 'vitest'
import { chooseLanguage, formatDay, formatEuro } from '../../src/pages/language.js'
import { texts } from '../../src/pages/texts.js'

it.each([
  [undefined, undefined, 'en'],
  [undefined, 'it', 'it'],
  [undefined, 'it-CH,en;q=0.5', 'it'],
  [undefined, 'en-GB,it;q=0.9', 'en'],
  [undefined, 'en;q=0.2,it;q=0.9', 'it'],
  [undefined, 'it;q=0,de', 'en'],
  [undefined, 'de-DE,fr', 'en'],
  ['en', 'it', 'en'],
  ['it', 'en', 'it'],
  ['xx', 'it', 'it'],
  [['it', 'en'], undefined, 'en'],
])('chooses by lang=%j and Accept-Language %j: %s', (asked, header, language) => {
  expect(chooseLanguage(asked, header)).toBe(language)
})

it('writes money and days as the language does', () => {
  expect(formatEuro(123_456, 'en')).toBe('€1,234.56')
  expect(formatEuro(1_234, 'it')).toBe('12,34\u00a0€')
  expect(formatDay(Date.UTC(2026, 1, 3), 'en')).toBe('3 February 2026')
  expect(formatDay(Date.UTC(2026, 1, 3), 'it')).toBe('3 febbraio 2026')
})

it('has every text in both languages, and none twice by mistake', () => {
  expect(Object.keys(texts.it)).toEqual(Object.keys(texts.en))
  const same = Object.keys(texts.en).filter(
    (name) => Reflect.get(texts.en, name) === Reflect.get(texts.it, name),
  )
  expect(same).toEqual([])
})

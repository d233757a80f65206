/** The languages of the hosted page. */
export type Language = 'en' | 'it'

/** `?lang=` first, then the browser's preference, then English. */
export function chooseLanguage(asked: unknown, acceptLanguage: string | undefined): Language {
  if (asked === 'it' || asked === 'en') return asked
  const preferences = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag, quality: quality === undefined ? 1 : Number(quality.trim().slice(2)) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  for (const { tag } of preferences) {
    if (tag === 'it' || tag.startsWith('it-')) return 'it'
    if (tag === 'en' || tag.startsWith('en-')) return 'en'
  }
  return 'en'
}

const LOCALES: Readonly<Record<Language, string>> = { en: 'en-IE', it: 'it-IT' }

/** Cents as a shopper reads them: `€190.00`, `190,00 €`. */
export function formatEuro(cents: number, language: Language): string {
  return new Intl.NumberFormat(LOCALES[language], { style: 'currency', currency: 'EUR' }).format(
    cents / 100,
  )
}

/** A day as a shopper reads it. */
export function formatDay(time: number, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    time,
  )
}

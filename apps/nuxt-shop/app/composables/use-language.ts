import type { Texts } from '../utils/texts'
import { english } from '../utils/texts-en'
import { italian } from '../utils/texts-it'

const TEXTS = { en: english, it: italian } as const satisfies Record<string, Texts>

type Language = keyof typeof TEXTS

/** The language of the shopper: what `?lang=` said last, else what the browser prefers. */
export function useLanguage() {
  const route = useRoute()
  const preferred = useRequestHeader('accept-language')
  const cookie = useCookie('lang', { sameSite: 'lax', default: () => bestOf(preferred) })
  const asked = computed(() => languageIn(route.query.lang))
  watchEffect(() => {
    if (asked.value !== undefined) cookie.value = asked.value
  })
  const language = computed<Language>(() => asked.value ?? languageIn(cookie.value) ?? 'en')
  const texts = computed<Texts>(() => TEXTS[language.value])
  const other = computed<Language>(() => (language.value === 'en' ? 'it' : 'en'))
  return { language, other, texts }
}

function languageIn(value: unknown): Language | undefined {
  return value === 'en' || value === 'it' ? value : undefined
}

function bestOf(preferred: string | undefined): Language {
  const named = preferred?.match(/\b(?:it|en)\b/i)?.[0]?.toLowerCase()
  return languageIn(named) ?? 'en'
}

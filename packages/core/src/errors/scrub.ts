const MAX_DEPTH = 4

/** Makes a text fit to be shown. */
export type Clean = (text: string) => string

/** Replaces every secret in a text by its last four characters. */
export function scrubText(text: string, secrets: readonly string[]): string {
  let clean = text
  for (const secret of secrets) {
    // A function, because `$&` in a text would stand for the secret itself.
    if (secret !== '') clean = clean.replaceAll(secret, () => maskSecret(secret))
  }
  return clean
}

/**
 * Makes a text one without these words: whole ones only, so that a short name leaves the rest of a message alone. Whatever
 * their case: a server may write an address in small letters.
 */
export function withoutWords(words: readonly string[]): Clean {
  const searched = words.filter((word) => word !== '').map(folded)
  // The longest first: a name may be a part of another one.
  searched.sort((a, b) => b.length - a.length)
  return (text) => {
    const given = folded(text)
    return searched.filter((word) => given.includes(word)).reduce(withoutWord, text)
  }
}

/** Searched for and not matched: an engine refuses a regular expression of some 14,000 characters. */
function withoutWord(text: string, word: string): string {
  const given = folded(text)
  let clean = ''
  let copied = 0
  for (let at = given.indexOf(word); at >= 0; ) {
    const end = at + word.length
    const isWhole = !isInWord(given, at) && !isInWord(given, end)
    if (isWhole) {
      clean += `${text.slice(copied, at)}[removed]`
      copied = end
    }
    at = given.indexOf(word, isWhole ? end : at + 1)
  }
  return clean + text.slice(copied)
}

/** In small letters, each in its place: `İ` would become two, and a sigma depends on what follows. */
function folded(text: string): string {
  return text.replaceAll('İ', 'i').toLowerCase().replaceAll('ς', 'σ')
}

/** Whether a letter or digit stands before this place and another one behind it, each of one unit or two. */
function isInWord(text: string, place: number): boolean {
  return (
    /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, place - 2), place)) &&
    /^[\p{L}\p{N}]/u.test(text.slice(place, place + 2))
  )
}

/** Takes out of a text what must not be seen: keys, and names, addresses and the like. */
export function cleaner({
  secrets,
  personal = [],
}: {
  secrets: readonly string[]
  personal?: readonly string[]
}): Clean {
  const withoutPersonal = withoutWords(personal)
  return (text) => withoutPersonal(scrubText(text, secrets))
}

/** The only form in which a key may be shown: its last four characters, and none of a very short one. */
export function maskSecret(secret: string): string {
  return `****${secret.length >= 12 ? secret.slice(-4) : ''}`
}

/** Whatever may be thrown: an error, also one of another realm (as under Jest), or an object of any shape. */
interface ErrorLike {
  name?: unknown
  message?: unknown
  stack?: unknown
  cause?: unknown
  errors?: unknown
}

/**
 * A copy of an error that is safe to attach as `cause`: name, message, code and stack, cleaned, and without the
 * properties that transports hang on their errors (requests, headers, certificates). Never throws.
 */
export function scrubCause(cause: unknown, clean: Clean, depth = 0): Error | undefined {
  if (cause === undefined || cause === null || depth >= MAX_DEPTH) return undefined
  if (typeof cause !== 'object') return new Error(clean(String(cause)))
  const { name, message, stack, cause: below, errors }: ErrorLike = cause
  const inner = scrubCause(below ?? firstOf(errors), clean, depth + 1)
  const copy = new Error(
    typeof message === 'string' ? clean(message) : 'no message',
    inner === undefined ? undefined : { cause: inner },
  )
  if (typeof name === 'string') copy.name = clean(name)
  if (typeof stack === 'string') copy.stack = clean(stack)
  const code = errorCodeOf(cause)
  return code === undefined ? copy : Object.assign(copy, { code: clean(code) })
}

/** The `code` of a Node or undici error, such as `ECONNREFUSED`. */
export function errorCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function firstOf(errors: unknown): unknown {
  return Array.isArray(errors) ? errors[0] : undefined
}

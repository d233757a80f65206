import type { Content, HmacSha256, Sha256 } from './types.js'

const encoder = new TextEncoder()

/** The SHA-256 by WebCrypto, which every runtime has. */
export const sha256: Sha256 = async (content) => {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', joined([content]))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The HMAC-SHA-256 by WebCrypto. */
export const hmacSha256: HmacSha256 = async (key, parts) =>
  new Uint8Array(await globalThis.crypto.subtle.sign('HMAC', await importKey(key), joined(parts)))

function joined(parts: readonly Content[]): Uint8Array<ArrayBuffer> {
  const bytes = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part))
  const whole = new Uint8Array(bytes.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of bytes) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** To make a key ready takes as long as to sign with it. A rotation has two; a platform with more merchants pays again. */
const KEYS_REMEMBERED = 16
const importedKeys = new Map<string, Promise<CryptoKey>>()

function importKey(key: string): Promise<CryptoKey> {
  const known = importedKeys.get(key)
  if (known !== undefined) return known
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const imported = globalThis.crypto.subtle.importKey(
    'raw',
    encoder.encode(key),
    algorithm,
    false,
    ['sign'],
  )
  if (importedKeys.size >= KEYS_REMEMBERED) importedKeys.clear()
  importedKeys.set(key, imported)
  // One that could not be made ready is tried again.
  imported.catch(() => importedKeys.delete(key))
  return imported
}

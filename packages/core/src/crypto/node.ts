import type { HmacSha256, Sha256 } from './types.js'

// At once: WebCrypto hands its input to another thread and the result back, which takes many times as long as the work.

/** Loaded when it is needed first, and not by an import, whose time would be mostly its. */
let loaded: typeof import('node:crypto') | undefined
const nodeCrypto = () => {
  loaded ??= process.getBuiltinModule('node:crypto')
  return loaded
}

/** The SHA-256 by Node's own module. */
export const sha256: Sha256 = (content) => nodeCrypto().hash('sha256', content)

/** The HMAC-SHA-256 by Node's own module. */
export const hmacSha256: HmacSha256 = (key, parts) => {
  const hmac = nodeCrypto().createHmac('sha256', key)
  for (const part of parts) hmac.update(part)
  return hmac.digest()
}

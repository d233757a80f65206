/** Text, which counts as UTF-8, or bytes. */
export type Content = string | Uint8Array

/** The SHA-256 as lower-case hexadecimal digits: at once where the runtime can, or later. */
export type Sha256 = (content: Content) => string | Promise<string>

/** The HMAC-SHA-256 of some parts, one behind the other: at once where the runtime can, or later. */
export type HmacSha256 = (
  key: string,
  parts: readonly Content[],
) => Uint8Array | Promise<Uint8Array>

/** Fills a buffer of `size` bytes with randomness. `node:crypto`'s `randomBytes` is one. */
export type RandomBytes = (size: number) => Uint8Array

/** No 0, O, 1, I: references are read out on the phone. 32 letters, so that a byte maps evenly. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** Makes the ids and references of the shop. */
export interface Ids {
  /** 130 random bits: whoever knows it may see the order, so nobody must guess it. */
  secret(): string
  /** Scalapay's `merchantReference` of an order. */
  merchantReference(): string
  /** Scalapay's `merchantRefundReference` of a refund of that order. */
  refundReference(merchantReference: string): string
}

/** @param randomBytes must not be predictable: whoever guesses the id of an order sees it */
export function createIds(randomBytes: RandomBytes): Ids {
  const letters = (count: number): string =>
    Array.from(randomBytes(count), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('')
  return {
    secret: () => letters(26),
    merchantReference: () => `SHOP-${letters(12)}`,
    refundReference: (merchantReference) => `${merchantReference}-R-${letters(8)}`,
  }
}

/** Whether a posted value has the form of the shop's own order references. */
export function isMerchantReference(text: string): boolean {
  return /^SHOP-[2-9A-HJ-NP-Z]{12}$/.test(text)
}

/** Whether a posted value has the form of a refund reference of that very order. */
export function isRefundReference(text: string, merchantReference: string): boolean {
  const prefix = `${merchantReference}-R-`
  return text.startsWith(prefix) && /^[2-9A-HJ-NP-Z]{8}$/.test(text.slice(prefix.length))
}

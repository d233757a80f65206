import { type SampleEvent, signedDelivery } from '@scalapay-kit/core/testing'

/** The public test key, which the tests sign with. */
export const API_KEY = 'qhtfs87hjnc12kkos'

/** Options of a client that never gets as far as a request. */
export const options = { apiKey: API_KEY, environment: 'emulator' } as const

/** Sends a signed delivery, and gives the answer's status and body. */
export async function deliver(
  url: string,
  event: SampleEvent | object | (string & {}) = 'charged',
  apiKey = API_KEY,
): Promise<{ status: number; body: unknown }> {
  const { headers, rawBody, method } = await signedDelivery(event, { apiKey })
  const response = await fetch(url, { method, headers: { ...headers }, body: rawBody })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}

import type { TestEmulator } from './emulator.js'

/** Sends a form the way a browser does, and stays where it is. */
export function submit(
  emulator: TestEmulator,
  path: string,
  fields: Record<string, string> = {},
): Promise<Response> {
  return fetch(emulator.url + path, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams(fields),
  })
}

/** Where a form leads, below the emulator's own address: `[303, '/checkout/…']`. */
export async function landing(
  emulator: TestEmulator,
  path: string,
  fields?: Record<string, string>,
): Promise<[number, string | null]> {
  const answer = await submit(emulator, path, fields)
  return [answer.status, answer.headers.get('location')]
}

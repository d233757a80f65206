import type { TestEmulator } from './emulator.js'

/** A call to the control plane, which needs no key: status and answer. */
export async function control(
  emulator: TestEmulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<[number, unknown]> {
  const response = await fetch(`${emulator.url}/_emulator${path}`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  return [response.status, await response.json()]
}

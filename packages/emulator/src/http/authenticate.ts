import type { Settings } from '../settings.js'

/**
 * The key of a request, or undefined when the request is not authorised.
 *
 * Exactly `Bearer`, one space, and a key of the kind that the operation takes (Scalapay docs).
 */
export function authenticate(
  authorization: string | undefined,
  kind: 'merchant' | 'device',
  settings: Settings,
): string | undefined {
  const key = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  const keys = kind === 'merchant' ? settings.merchantKeys : settings.deviceKeys
  return key !== undefined && keys.includes(key) ? key : undefined
}

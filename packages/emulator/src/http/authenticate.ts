import type { Settings } from '../settings.js'
import { deviceReferenceOf } from '../state/device-reference.js'

/** Who calls. */
export interface Caller {
  /** Whose orders it is about: a device works for its merchant. */
  readonly merchantKey: string
  /** Which till; absent for a merchant key. */
  readonly deviceReference?: string
}

/** The devices are dealt out to the merchants in turn, so that with one merchant all are its own. */
function deviceCaller(index: number, { merchantKeys }: Settings): Caller {
  return {
    merchantKey: merchantKeys[index % merchantKeys.length] ?? '',
    deviceReference: deviceReferenceOf(index),
  }
}

/**
 * The caller of a request, or undefined when the request is not authorised.
 *
 * Exactly `Bearer`, one space, and a key of the kind that the operation takes (Scalapay docs).
 */
export function authenticate(
  authorization: string | undefined,
  kind: 'merchant' | 'device',
  settings: Settings,
): Caller | undefined {
  const key = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
  if (key === undefined) return undefined
  if (kind === 'merchant') {
    return settings.merchantKeys.includes(key) ? { merchantKey: key } : undefined
  }
  const index = settings.deviceKeys.indexOf(key)
  return index === -1 ? undefined : deviceCaller(index, settings)
}

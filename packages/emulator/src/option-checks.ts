import type { Settings } from './settings.js'
import { webhookProblems } from './webhooks/check-settings.js'
import { hostsOf } from './webhooks/targets.js'

/** The problems of a list of keys. A message never shows a key. */
function keyProblems(name: string, keys: readonly string[]): string[] {
  const problems: string[] = []
  if (keys.length === 0) problems.push(`${name} needs at least one key`)
  if (keys.some((key) => !/^[\x21-\x7e]+$/.test(key))) {
    problems.push(`${name} has a key that is empty or has white space in it: give it without`)
  }
  if (new Set(keys).size < keys.length)
    problems.push(`${name} has the same key twice: give it once`)
  if (keys.some((key) => /^sp_/i.test(key))) {
    problems.push(
      `${name} has a key that begins with sp_ and looks live: use a made-up key, live keys stay out of test tools`,
    )
  }
  return problems
}

function addressProblems({ host, port }: Settings): string[] {
  const problems: string[] = []
  // Node takes an empty one, such as a variable that is not set, for every interface.
  if (typeof host !== 'string' || host.trim() === '') {
    problems.push('host must be an address of this machine such as 127.0.0.1')
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    problems.push('port must be a whole number from 0 to 65535; 0 takes a free one')
  }
  return problems
}

function clockProblems({ clock, startAt }: Settings): string[] {
  const problems: string[] = []
  if (clock !== 'real' && clock !== 'manual') problems.push('clock must be real or manual')
  if (Number.isNaN(new Date(startAt).getTime())) {
    problems.push('startAt must be a time in epoch milliseconds')
  }
  return problems
}

/** Every problem of the options that are no switches, once the defaults are filled in. */
export function startProblems(settings: Settings): string[] {
  const { https, seed, merchantKeys, deviceKeys, webhooks } = settings
  const problems = [
    ...keyProblems('merchantKeys', merchantKeys),
    ...keyProblems('deviceKeys', deviceKeys),
    ...addressProblems(settings),
  ]
  if (merchantKeys.some((key) => deviceKeys.includes(key))) {
    problems.push('a key is in merchantKeys and in deviceKeys: give each kind its own')
  }
  if (typeof https !== 'boolean') problems.push('https must be true or false')
  if (!Number.isSafeInteger(seed)) problems.push('seed must be a whole number')
  const bounds = { merchants: merchantKeys.length, allowedHosts: hostsOf(webhooks.url) }
  return [...problems, ...clockProblems(settings), ...webhookProblems(webhooks, bounds)]
}

/** What the page says after a button was pressed, by the name in the address. */
export const NOTICES = {
  created: 'A sample order was created.',
  'fault-on': 'The fault is on.',
  'fault-off': 'The fault is off.',
  'faults-off': 'All faults are off.',
  redelivered: 'It was sent once more: its last attempt says how that went.',
  configured: 'The settings of the webhooks are saved.',
  advanced: 'The clock was moved.',
  reset: 'Everything was forgotten.',
} as const

/** The name of a notice. */
export type Notice = keyof typeof NOTICES

/** Only texts of ours are shown: an address may come from anybody. */
export function noticeText(name: unknown): string | undefined {
  return typeof name === 'string' && Object.hasOwn(NOTICES, name)
    ? NOTICES[name as Notice]
    : undefined
}

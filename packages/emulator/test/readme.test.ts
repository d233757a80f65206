import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { resolveOptions } from '../src/options.js'
import { runEmulator } from './support/emulator.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const commands = [
  ...readme.matchAll(/`curl (?:-X (\w+) )?http:\/\/127\.0\.0\.1:8484(\S+)(?: -d '(.+?)')?`/g),
]

it('documents one command for each control route', () => {
  expect(commands).toHaveLength(13)
})

it.each(commands.map(([, method = 'GET', path = '', body]) => [method, path, body] as const))(
  'documents %s %s as it works',
  async (method, path, body) => {
    const emulator = await runEmulator()
    const token = await emulator.created()
    const response = await fetch(emulator.url + path.replace('TOKEN', token), {
      method,
      ...(body === undefined ? {} : { body }),
    })
    expect([response.status, await response.json()]).toEqual([200, expect.anything()])
  },
)

it('documents every option with its default', () => {
  const { idempotency, ...settings } = resolveOptions({}, () => 1)
  const switches = Object.entries({
    maximumAmountInCents: settings.maximumAmountInCents,
    unauthorizedBody: `'${settings.unauthorizedBody}'`,
    allStringAmounts: settings.allStringAmounts,
    'idempotency.lifetimeMs': idempotency.lifetimeMs,
    'idempotency.scope': `'${idempotency.scope}'`,
    'idempotency.sameKeyOtherBody': `'${idempotency.sameKeyOtherBody}'`,
    'idempotency.storeFailures': idempotency.storeFailures,
    readStatusAfterVoid: `'${settings.readStatusAfterVoid}'`,
    readStatusAfterPartialRefund: `'${settings.readStatusAfterPartialRefund}'`,
  })
  for (const [name, value] of switches)
    expect(readme).toContain(
      `| \`${name}\` | ${name.includes('InCents') || name.includes('Ms') ? value : `\`${value}\``} |`,
    )
})

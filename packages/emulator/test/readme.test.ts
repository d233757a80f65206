import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { resolveOptions } from '../src/options.js'
import { delayed } from './support/delayed.js'
import { asDevice, runEmulator, type TestEmulator } from './support/emulator.js'
import { tillOrder } from './support/orders.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const commands = [
  ...readme.matchAll(/`curl (?:-X (\w+) )?http:\/\/127\.0\.0\.1:8484(\S+)(?: -d '(.+?)')?`/g),
]

it('documents one command for each control route', () => {
  expect(commands).toHaveLength(21)
})

/** Each command finds an order in the state that it is about. */
async function prepare(emulator: TestEmulator, path: string): Promise<string> {
  if (path.includes('/instore/')) {
    const answer = await emulator.post('/v1/instore/orders', tillOrder, asDevice)
    return String(answer.json().token)
  }
  if (path.includes('dispute')) return emulator.captured()
  if (path.includes('/delay/')) return delayed(emulator)
  return path.includes('/v2/') ? emulator.approved() : emulator.created()
}

it.each(commands.map(([, method = 'GET', path = '', body]) => [method, path, body] as const))(
  'documents %s %s as it works',
  async (method, path, body) => {
    const emulator = await runEmulator({ webhookUrl: 'http://127.0.0.1:9/' })
    const token = await prepare(emulator, path)
    const dispute = path.includes('DISPUTE') ? emulator.control.disputes.open(token).token : ''
    const delivery = emulator.control.webhooks.list().at(0)?.id ?? ''
    const url =
      emulator.url +
      path.replace('TOKEN', token).replace('DISPUTE', dispute).replace('DELIVERY', delivery)
    const response = await fetch(url, { method, ...(body === undefined ? {} : { body }) })
    expect([response.status, await response.json()]).toEqual([200, expect.anything()])
  },
)

const apiCommands = [
  ...readme.matchAll(
    /`curl (?:-X (\w+) )?-H "Authorization: (.+?)" "?http:\/\/127\.0\.0\.1:8484([^\s"`]+)"?(?: -d '(.+?)')?`/g,
  ),
]

it('documents one command for each group of operations', () => {
  expect(apiCommands).toHaveLength(7)
})

it.each(
  apiCommands.map(
    ([, method = 'GET', authorization = '', path = '', body]) =>
      [method, path, authorization, body] as const,
  ),
)('documents the operation %s %s as it works', async (method, path, authorization, body) => {
  const emulator = await runEmulator()
  const token = await prepare(emulator, `${path}/v2/`)
  const response = await fetch(emulator.url + path.replace('TOKEN', token), {
    method,
    headers: { authorization },
    ...(body === undefined ? {} : { body: body.replace('TOKEN', token) }),
  })
  expect([response.status, await response.json()]).toEqual([200, expect.anything()])
})

it('documents every option with its default', () => {
  const { idempotency, ...settings } = resolveOptions({}, () => 1)
  const switches = Object.entries({
    maximumAmountInCents: settings.maximumAmountInCents,
    minimumAmountInCents: settings.minimumAmountInCents,
    unauthorizedBody: `'${settings.unauthorizedBody}'`,
    allStringAmounts: settings.allStringAmounts,
    'idempotency.lifetimeMs': idempotency.lifetimeMs,
    'idempotency.scope': `'${idempotency.scope}'`,
    'idempotency.sameKeyOtherBody': `'${idempotency.sameKeyOtherBody}'`,
    'idempotency.storeFailures': idempotency.storeFailures,
    readStatusBeforeApproval: `'${settings.readStatusBeforeApproval}'`,
    readStatusAfterVoid: `'${settings.readStatusAfterVoid}'`,
    readStatusAfterPartialRefund: `'${settings.readStatusAfterPartialRefund}'`,
    reportingTimeZone: `'${settings.reportingTimeZone}'`,
    feesBilledAtMonthEnd: settings.feesBilledAtMonthEnd,
    refundReportRow: `'${settings.refundReportRow}'`,
  })
  for (const [name, value] of switches)
    expect(readme).toContain(
      `| \`${name}\` | ${name.includes('InCents') || name.includes('Ms') ? value : `\`${value}\``} |`,
    )
})

it('documents every webhook setting with its default', () => {
  const { events, ...settings } = resolveOptions({}, () => 1).webhooks
  for (const [name, value] of Object.entries(settings)) {
    const shown = typeof value === 'string' ? `'${value}'` : String(value)
    expect(readme).toContain(
      `| \`${name}\` | ${typeof value === 'number' ? shown : `\`${shown}\``} |`,
    )
  }
  for (const occasion of Object.keys(events)) expect(readme).toContain(`\`${occasion}\``)
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { resolveOptions } from '../src/options.js'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

it('documents every option with its default', () => {
  const { idempotency, refusals, ...settings } = resolveOptions({}, () => 1)
  const switches = Object.entries({
    maximumAmountInCents: settings.maximumAmountInCents,
    minimumAmountInCents: settings.minimumAmountInCents,
    unauthorizedBody: `'${settings.unauthorizedBody}'`,
    allStringAmounts: settings.allStringAmounts,
    contentType: `'${settings.contentType}'`,
    'idempotency.lifetimeMs': idempotency.lifetimeMs,
    'idempotency.scope': `'${idempotency.scope}'`,
    'idempotency.sameKeyOtherBody': `'${idempotency.sameKeyOtherBody}'`,
    'idempotency.storeFailures': idempotency.storeFailures,
    'refusals.status': refusals.status,
    'refusals.errorCode': refusals.errorCode,
    readStatusBeforeApproval: `'${settings.readStatusBeforeApproval}'`,
    readStatusAfterVoid: `'${settings.readStatusAfterVoid}'`,
    readStatusAfterPartialRefund: `'${settings.readStatusAfterPartialRefund}'`,
    reportingTimeZone: `'${settings.reportingTimeZone}'`,
    reportDates: `'${settings.reportDates}'`,
    feesBilledAtMonthEnd: settings.feesBilledAtMonthEnd,
    refundReportRow: `'${settings.refundReportRow}'`,
    largestReportPage: settings.largestReportPage,
  })
  for (const [name, value] of switches)
    expect(readme).toContain(
      `| \`${name}\` | ${typeof value === 'number' ? value : `\`${value}\``} |`,
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
  for (const trigger of Object.keys(events)) expect(readme).toContain(`\`${trigger}\``)
})

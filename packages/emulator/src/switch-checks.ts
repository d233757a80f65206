import { isTimeZone } from './state/calendar.js'
import { FAILURES } from './state/idempotency.js'
import { DEFAULT_SWITCHES, type EmulatorSwitches, type SwitchSettings } from './switches.js'
import {
  type Check,
  isObject,
  isText,
  oneOf,
  problemOf,
  unknownNames,
  wholeNumber,
  yesOrNo,
} from './value-checks.js'

const cents: Check = [
  'a whole number of cents from 1',
  (value) => Number.isSafeInteger(value) && Number(value) >= 1,
]
const status: Check = ['a text such as expired', isText]

function isFailureChoice(value: unknown): boolean {
  if (!Array.isArray(value)) return typeof value === 'boolean'
  return value.every((name) => FAILURES.some((failure) => failure === name))
}

const checks: Readonly<Record<Exclude<keyof SwitchSettings, Group>, Check>> = {
  maximumAmountInCents: cents,
  minimumAmountInCents: cents,
  unauthorizedBody: oneOf('json-string', 'text', 'envelope'),
  allStringAmounts: yesOrNo,
  contentType: oneOf('ignored', 'required'),
  readStatusBeforeApproval: status,
  readStatusAfterVoid: status,
  readStatusAfterPartialRefund: status,
  reportingTimeZone: [
    'the name of a zone such as Europe/Rome',
    (value) => isText(value) && isTimeZone(String(value)),
  ],
  reportDates: oneOf('transaction', 'movement'),
  feesBilledAtMonthEnd: yesOrNo,
  refundReportRow: oneOf('refund', 'order'),
  largestReportPage: wholeNumber(1, 5_000),
}

type Group = 'idempotency' | 'refusals'

const groups: { readonly [name in Group]: Readonly<Record<keyof SwitchSettings[name], Check>> } = {
  idempotency: {
    lifetimeMs: [
      'a number of milliseconds above 0',
      (value) => typeof value === 'number' && value > 0,
    ],
    scope: oneOf('path', 'merchant'),
    sameKeyOtherBody: oneOf('replay', 'conflict', 'execute'),
    storeFailures: [`true, false or a list of ${FAILURES.join(', ')}`, isFailureChoice],
  },
  refusals: {
    status: wholeNumber(400, 499),
    errorCode: ['a text or null', (value) => value === null || isText(value)],
  },
}

function problemsOf(
  settings: object,
  known: Readonly<Record<string, Check>>,
  prefix = '',
): string[] {
  const values: Readonly<Record<string, unknown>> = { ...settings }
  return Object.entries(known).flatMap(([name, check]) =>
    problemOf(`${prefix}${name}`, values[name], check),
  )
}

/** Every problem of the switches, once what was not given is filled in; in JavaScript and over HTTP anything may come. */
export function switchProblems(settings: SwitchSettings): string[] {
  return [
    ...problemsOf(settings, checks),
    ...problemsOf(settings.idempotency, groups.idempotency, 'idempotency.'),
    ...problemsOf(settings.refusals, groups.refusals, 'refusals.'),
  ]
}

/** What is wrong with the names in the groups of switches that were given. */
export function groupProblems(switches: EmulatorSwitches): string[] {
  return (['idempotency', 'refusals'] as const).flatMap((name) => {
    const group: unknown = switches[name]
    if (group === undefined) return []
    if (!isObject(group)) return [`${name} must be an object`]
    return unknownNames('option', group, DEFAULT_SWITCHES[name], `${name}.`)
  })
}

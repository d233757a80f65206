// @ts-check
/** `pnpm bench`: measures everything, prints a Markdown table, and writes it and the chart into this folder. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { measureAdapters } from './measures/adapters.mjs'
import { measureConnections } from './measures/connections.mjs'
import { measureCpu } from './measures/cpu.mjs'
import { measureEmulator } from './measures/emulator.mjs'
import { measureHeap } from './measures/heap.mjs'
import { measureReceivers } from './measures/receivers.mjs'
import { measureReporting } from './measures/reporting.mjs'
import { measureStart } from './measures/start.mjs'
import { measureWebhooks } from './measures/webhooks.mjs'
import { drawChart } from './report/chart.mjs'
import { clientTable, otherTable } from './report/tables.mjs'
import { makeCertificate } from './support/certificate.mjs'
import { contenders } from './support/contender.mjs'
import { spread } from './support/statistics.mjs'

const README = new URL('README.md', import.meta.url)
const FRONT_PAGE = new URL('../README.md', import.meta.url)
const CHART = new URL('chart.svg', import.meta.url)
const rounds = Number(process.argv[2] ?? 25)

const certificate = await makeCertificate()
process.env.NODE_EXTRA_CA_CERTS = certificate.cert
process.on('exit', () => rmSync(certificate.folder, { recursive: true, force: true }))

const all = await contenders()
/** @param {string} what */
const say = (what) => process.stderr.write(`${what} …\n`)

say('CPU time, one call at a time')
const overHttp = all.filter(({ needsTls }) => !needsTls)
const one = await measureCpu(overHttp, { rounds, inFlight: 1, certificate: undefined })
say('CPU time, 64 calls at a time')
const many = await measureCpu(overHttp, { rounds, inFlight: 64, certificate: undefined })
say('the same over TLS')
const oneTls = await measureCpu(all, { rounds, inFlight: 1, certificate })
const manyTls = await measureCpu(all, { rounds, inFlight: 64, certificate })
say('import and first call')
const start = await measureStart(all, { rounds: Math.ceil(rounds / 2), certificate })
const adapters = measureAdapters({ rounds, floor: all[0]?.module ?? '' })
say('connections')
const connections = await measureConnections(all, certificate)
say('heap over 100,000 calls')
const heap = await measureHeap(100_000)
say('webhooks')
const webhooks = measureWebhooks()
const receivers = await measureReceivers()
say('a report of a million rows')
const reporting = await measureReporting(1_000_000)
say('emulator')
const emulator = await measureEmulator()

const rows = all.map(({ name, label }, index) => ({
  name,
  label,
  one: one.find((result) => result.name === name),
  many: many.find((result) => result.name === name),
  oneTls: oneTls[index],
  manyTls: manyTls[index],
  start: start[index],
  connections: connections[index],
}))
const date = new Date().toISOString().slice(0, 10)
const where = `${date}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${rounds} rounds`
const report = [
  `${where}. Absolute: the floor takes ${one[0]?.microseconds.toFixed(0)} µs a call, one at a time.`,
  clientTable(rows),
  otherTable({
    toStripe: { one: toStripe(one), many: toStripe(many) },
    adapters,
    heap,
    webhooks,
    receivers,
    reporting,
    emulator,
  }),
].join('\n\n')
process.stdout.write(`${report}\n`)
writeFileSync(CHART, drawChart(rows))
writeResults(README, report)
writeResults(FRONT_PAGE, [where, clientTable(rows)].join('\n\n'))
process.exit()

/**
 * This project's cost as multiples of Stripe's, round by round.
 *
 * @param {Awaited<ReturnType<typeof measureCpu>>} results
 */
function toStripe(results) {
  const [ours, stripe] = ['scalapay-kit', 'stripe'].map(
    (name) => results.find((result) => result.name === name)?.rounds ?? [],
  )
  return spread((ours ?? []).map((value, round) => value / (stripe?.[round] ?? Number.NaN)))
}

/**
 * @param {URL} file with a pair of marks
 * @param {string} text to stand between them
 */
function writeResults(file, text) {
  const between = /(<!-- results -->\n)[\s\S]*(\n<!-- end of results -->)/
  const written = readFileSync(file, 'utf8').replace(
    between,
    (_all, from, to) => `${from}\n${text}\n${to}`,
  )
  writeFileSync(file, written)
}

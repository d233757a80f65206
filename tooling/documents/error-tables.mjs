// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { runnerImport } from 'vite'
import { answers, deliveries, failures } from './error-cases.mjs'

/** @typedef {typeof import('./core-decisions.js')} Core */

const CONTEXT = {
  operation: 'capturePayment',
  attempts: 1,
  repeatable: true,
  mayHaveExecuted: false,
  idempotencyKey: 'k',
  findBy: undefined,
  now: 0,
  secrets: [],
  host: 'api.scalapay.com',
  timeoutMs: 10_000,
  deadlineMs: 30_000,
}
const LIMITS = { maxAttempts: 3, remainingMs: 30_000, takeFromBudget: () => true, random: () => 0 }

/**
 * What docs/errors.md says about errors, from the code itself: by running it where it decides, and by its comments where
 * they explain.
 *
 * @param {string} root
 * @returns {Promise<Record<'classes' | 'failures' | 'webhooks', string>>} Markdown tables
 */
export async function errorTables(root) {
  const source = path.join(root, 'packages/core/src')
  const decisions = path.join(root, 'tooling/documents/core-decisions.ts')
  /** @type {{ module: Core }} */
  const { module: core } = await runnerImport(decisions, {
    root,
    configFile: false,
    // The package's own imports lead to what is built, which need not be there yet.
    resolve: { alias: { '#crypto': path.join(root, 'packages/core/src/crypto/node.ts') } },
  })
  /** @param {string} when @param {ReturnType<Core['errorFromResponse']>} error @param {boolean} permanent */
  const row = (when, error, permanent) => {
    const attempt = { number: 1, error, repeatable: true, permanent, retryAfterMs: undefined }
    const { retry } = core.decide(attempt, LIMITS)
    return [when, code(error.name), code(error.outcome), retry ? 'yes' : 'no', error.hint ?? '']
  }
  const answered = answers.map(({ when, status, text, headers = {} }) => {
    const answer = { status, text, header: (/** @type {string} */ name) => headers[name] }
    const isSuccess = status < 300
    const error = isSuccess
      ? core.errorFromSuccess(answer, 'the body is not JSON', CONTEXT)
      : core.errorFromResponse(answer, CONTEXT)
    return row(when, error, false)
  })
  const failed = failures.map(({ when, stage, endedBy, cause }) => {
    const failure = new core.WireFailure(stage, cause, stage === 'answered' ? 200 : undefined)
    const { error, permanent } = core.errorFromFailure(failure, endedBy, CONTEXT)
    return row(when, error, permanent)
  })
  return {
    classes: table(['class', 'when', 'decision'], classRows(path.join(source, 'errors'))),
    failures: table(
      ['what happened', 'class', '`outcome`', 'repeated by the client', '`hint`'],
      [...answered, ...failed],
    ),
    webhooks: table(
      ['`reason`', 'when', 'the receiver answers', '`hint`'],
      await webhookRows(core, readFileSync(path.join(source, 'errors/webhook.ts'), 'utf8')),
    ),
  }
}

/**
 * The error classes by their comments: `When. Decision: what to do.`
 *
 * @param {string} folder
 * @returns {string[][]}
 */
function classRows(folder) {
  const sources = readdirSync(folder).map((file) => readFileSync(path.join(folder, file), 'utf8'))
  return sources.flatMap((text) =>
    ts
      .createSourceFile('errors.ts', text, ts.ScriptTarget.ES2022, true)
      .statements.filter(ts.isClassDeclaration)
      .filter((node) =>
        node.heritageClauses?.some((clause) => /ScalapayError/.test(clause.getText())),
      )
      .map((node) => {
        const [doc] = ts.getJSDocCommentsAndTags(node)
        const words = ts.getTextOfJSDocComment(doc?.comment)?.replace(/\s+/g, ' ') ?? ''
        const [when = '', decision = ''] = words.split(/ Decision: /)
        if (decision === '') throw new Error(`${node.name?.text}: its comment names no decision.`)
        return [code(node.name?.text ?? ''), when, decision]
      }),
  )
}

/**
 * @param {Core} core
 * @param {string} source of the closed set of reasons
 * @returns {Promise<string[][]>}
 */
async function webhookRows(core, source) {
  /** @type {string[][]} */
  const rows = []
  for (const { when, change, now } of deliveries) {
    const rawBody = '{"status":"charged","orderToken":"T1"}'
    const signed = {
      rawBody,
      headers: await core.signWebhook({ rawBody, apiKey: 'k', timestamp: now }),
    }
    const delivery = await change(signed, core.signWebhook)
    const options = { apiKeys: 'k', now: () => 1_700_000_000_000, maxBodyBytes: 1_000 }
    const error = await core.verifyWebhook(delivery, options).catch((thrown) => thrown)
    if (!(error instanceof core.ScalapayWebhookError)) throw new Error(`"${when}" is not refused.`)
    rows.push([
      code(error.reason),
      when,
      String(core.replyFor(error.reason).status),
      error.hint ?? '',
    ])
  }
  const reasons = [...source.matchAll(/^\s+\| '([a-z-]+)'/gm)].map(([, reason = '']) =>
    code(reason),
  )
  const missing = reasons.filter((reason) => !rows.some(([first]) => first === reason))
  if (missing.length > 0) throw new Error(`tooling/documents/error-cases.mjs lacks ${missing}.`)
  return rows
}

/** @param {string} text */
const code = (text) => `\`${text}\``

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 * @returns {string}
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

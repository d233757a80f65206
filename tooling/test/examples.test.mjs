// @ts-check
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shownFromFiles } from '../documents/examples.mjs'
import {
  compileExamples,
  listDocuments,
  readExamples,
  writeExamples,
} from '../documents/folder.mjs'
import { runExample } from '../documents/run.mjs'
import { root, temporaryTree } from './temporary.mjs'

const all = listDocuments(root)
const examples = readExamples(root, all)
const documents = [...new Set(examples.map(({ document }) => document))]
/** @type {[string, number, import('../documents/examples.mjs').Example][]} */
const runnable = examples
  .filter(({ notRun }) => notRun === undefined)
  .map((example) => [example.document, example.line, example])

const shown = all.flatMap((document) =>
  shownFromFiles(document, readFileSync(path.join(root, document), 'utf8')),
)

/** Longer than a run may take, which says then what it printed. */
const PATIENCE_MS = 120_000

describe('the examples in the documents', () => {
  let user = { folder: '', remove: () => {} }
  /** @type {string[]} */
  let problems = []

  beforeAll(() => {
    user = temporaryTree({})
    writeExamples(root, user.folder, examples)
    problems = compileExamples(root, user.folder, examples)
  }, PATIENCE_MS)
  afterAll(() => user.remove())

  it.each(documents)('of %s are correct TypeScript under the strictest settings', (document) => {
    expect(problems.filter((line) => line.startsWith(`${document}:`))).toEqual([])
  })

  it('take for granted only what is correct TypeScript as well', () => {
    const elsewhere = problems.filter(
      (line) => !documents.some((document) => line.startsWith(`${document}:`)),
    )
    expect(elsewhere).toEqual([])
  })

  it.concurrent.each(runnable)(
    'of %s:%i runs to its end',
    async (_document, _line, example) => {
      await runExample(user.folder, example)
    },
    PATIENCE_MS,
  )
})

it.each(shown)('the example of $document:$line stands in $file', ({ file, code }) => {
  expect(code).toBe(readFileSync(path.join(root, file), 'utf8'))
})

describe.each(all.filter((document) => /^(?:packages\/[^/]+\/)?README\.md$/.test(document)))(
  '%s',
  (document) => {
    const text = readFileSync(path.join(root, document), 'utf8')
    const [first] = examples.filter((example) => example.document === document)

    it('says that it is unofficial, and then shows a whole example before line 40', () => {
      const before = text.split('\n').slice(0, first?.line).join('\n')
      expect(before).toMatch(/unofficial/i)
      const end = text.split('\n').indexOf('```', first?.line)
      expect(end).toBeGreaterThan(0)
      expect(end).toBeLessThan(40)
    })
  },
)

// @ts-check
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examplesOf } from '../documents/examples.mjs'
import { compileExamples, writeExamples } from '../documents/folder.mjs'
import { runExample } from '../documents/run.mjs'
import { root, temporaryTree } from './temporary.mjs'

/** @param {...string} lines @returns {string} */
const text = (...lines) => `${lines.join('\n')}\n`

describe('reading examples', () => {
  it('keeps every line where it is in the document', () => {
    const [example] = examplesOf('a.md', text('# Title', '```ts', 'one()', '```', 'two'))
    expect(example).toEqual({
      document: 'a.md',
      line: 2,
      file: '2.ts',
      text: '\n\none()\n',
      notRun: undefined,
    })
  })

  it('puts hidden code around the block, and blocks that continue into one program', () => {
    const [example, ...others] = examplesOf(
      'a.md',
      text(
        '<!-- docs: with zero() -->',
        '```js',
        'one()',
        '```',
        '<!-- docs: continues -->',
        '```js',
        'two()',
        '```',
        '<!-- docs: then',
        'three()',
        '-->',
      ),
    )
    expect(others).toEqual([])
    expect(example?.text.split(/\s+/).filter(Boolean)).toEqual([
      'zero()',
      'one()',
      'two()',
      'three()',
    ])
    expect(example?.text.split('\n')[0]).toBe('                zero()')
  })

  it('names the file of a block, and why it is not run', () => {
    const document = text(
      '<!-- docs: file x.ts -->',
      '<!-- docs: not run: slow -->',
      '```ts',
      '```',
    )
    expect(examplesOf('a.md', document)).toMatchObject([{ file: 'x.ts', notRun: 'slow' }])
  })

  it('leaves blocks of other languages alone', () => {
    expect(examplesOf('a.md', text('```sh', 'npm test', '```', '```', 'out', '```'))).toEqual([])
  })

  it.each([
    [
      'a word that is none of them',
      ['<!-- docs: what -->', '```ts', '```'],
      'a.md:1: write `with CODE`',
    ],
    ['no reason', ['<!-- docs: not run: -->', '```ts', '```'], 'a.md:1: write `with CODE`'],
    ['no block after it', ['', '<!-- docs: with one() -->'], 'a.md:2: no ts or js block follows'],
    [
      'nothing to continue',
      ['<!-- docs: continues -->', '```ts', '```'],
      'a.md:3: there is no example',
    ],
    ['nothing before it', ['<!-- docs: then one() -->'], 'a.md:1: there is no example'],
    ['a fence that stays open', ['```ts', 'one()'], 'a.md:1: this block does not end'],
  ])('refuses %s', (_, lines, message) => {
    expect(() => examplesOf('a.md', text(...lines))).toThrow(message)
  })
})

describe('trying examples', () => {
  const documents = {
    'wrong.md': text('', '```ts', 'const text: string = 1', 'console.log(text)', '```'),
    'docs/fails.md': text('```ts', '', "  throw new Error('no')", '```'),
    'serves.md': text(
      '```ts',
      "import { createServer } from 'node:http'",
      "import { scalapay } from '#shop'",
      "const server = createServer((_, response) => response.end('mine'))",
      'await new Promise<void>((resolve) => server.listen(3000, resolve))',
      "console.log(await (await fetch('http://localhost:3000')).text(), scalapay.environment)",
      "console.log((await fetch('http://127.0.0.1:8484/_emulator/ledger')).status)",
      '```',
    ),
  }
  const examples = Object.entries(documents).flatMap(([name, code]) => examplesOf(name, code))
  const [, fails, serves] = examples
  let user = { folder: '', remove: () => {} }
  /** @type {string[]} */
  let problems = []

  beforeAll(() => {
    user = temporaryTree({})
    writeExamples(root, user.folder, examples)
    problems = compileExamples(root, user.folder, examples)
  })
  afterAll(() => user.remove())

  it('tells a type error by document, line and column', () => {
    expect(problems).toEqual(["wrong.md:3:7 Type 'number' is not assignable to type 'string'."])
  })

  it('tells a failure by document and line', async () => {
    if (fails === undefined) throw new Error('not read')
    await expect(runExample(user.folder, fails)).rejects.toThrow(/docs\/fails\.md:3\b.*Error: no/s)
  })

  it('ends with a server still open, which was reached on the port that the example names', async () => {
    if (serves === undefined) throw new Error('not read')
    expect(await runExample(user.folder, serves)).toBe('mine emulator\n200\n')
  })
})

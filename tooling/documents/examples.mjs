// @ts-check
import { partsOf, problem } from './parts.mjs'

/** @typedef {import('./parts.mjs').Part} Part */

/**
 * A program made from code blocks of a document. Its text is the document with everything else blanked out, so that a
 * line and a column of the one are those of the other.
 *
 * @typedef {object} Example
 * @property {string} document relative to the repository
 * @property {number} line of its first block's fence
 * @property {string} file that it is written to, in a folder of the document's own
 * @property {string} text
 * @property {string | undefined} notRun why it is only type-checked
 */

/** @typedef {Omit<Example, 'text'> & { rows: string[] }} Draft */

const LANGUAGES = new Set(['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'])

/**
 * Every TypeScript and JavaScript example of a document, by the convention in CONTRIBUTING.md.
 *
 * @param {string} document its path, for messages
 * @param {string} text
 * @returns {Example[]}
 * @throws Error naming document and line, when a comment cannot be followed
 */
export function examplesOf(document, text) {
  const lines = text.split('\n')
  /** @type {Draft[]} */
  const drafts = []
  /** @type {Part[]} */
  let before = []
  for (const part of triedHere(partsOf(document, lines))) {
    if (part.kind === 'then') {
      write(lastOf(drafts, document, part), lines, part)
    } else if (part.kind !== 'block') {
      before.push(part)
    } else if (LANGUAGES.has(part.words)) {
      const continues = before.some(({ kind }) => kind === 'continues')
      if (!continues) drafts.push(draftOf(document, before, part))
      const draft = lastOf(drafts, document, part)
      for (const piece of [...before, part]) write(draft, lines, piece)
      before = []
    }
  }
  const [lost] = before
  if (lost) throw problem(document, lost.first, 'no ts or js block follows this comment')
  return drafts.map(({ rows, ...example }) => ({ ...example, text: `${rows.join('\n')}\n` }))
}

/** @param {readonly Part[]} parts */
function triedHere(parts) {
  const isShown = (/** @type {Part | undefined} */ part) => part?.kind === 'elsewhere'
  return parts.filter((part, index) => !isShown(part) && !isShown(parts[index - 1]))
}

/**
 * The blocks that are shown from a file of the repository, whose own tests compile and run it.
 *
 * @param {string} document its path, for messages
 * @param {string} text
 * @returns {{ document: string, line: number, file: string, code: string }[]}
 */
export function shownFromFiles(document, text) {
  const lines = text.split('\n')
  const parts = partsOf(document, lines)
  return parts.flatMap(({ kind, words }, index) => {
    const block = parts[index + 1]
    if (kind !== 'elsewhere' || block?.kind !== 'block') return []
    const code = lines.slice(block.first, block.last + 1).join('\n')
    return [{ document, line: block.first, file: words, code: `${code}\n` }]
  })
}

/**
 * @param {string} document
 * @param {readonly Part[]} comments
 * @param {Part} block
 * @returns {Draft}
 */
function draftOf(document, comments, block) {
  const said = new Map(comments.map(({ kind, words }) => [kind, words]))
  const file = said.get('file') ?? `${block.first}.${block.words}`
  return { document, line: block.first, file, notRun: said.get('not run:'), rows: [] }
}

/**
 * @param {readonly Draft[]} drafts
 * @param {string} document
 * @param {Part} part
 * @returns {Draft}
 */
function lastOf(drafts, document, part) {
  const last = drafts.at(-1)
  if (last === undefined) throw problem(document, part.first, 'there is no example before this')
  return last
}

/**
 * Writes a part's code into an example, at the place that it has in the document.
 *
 * @param {Draft} draft
 * @param {readonly string[]} lines
 * @param {Part} part
 */
function write({ rows }, lines, { kind, first, last }) {
  if (kind !== 'block' && kind !== 'with' && kind !== 'then') return
  while (rows.length <= last) rows.push('')
  for (let index = first; index <= last; index += 1) {
    const line = lines[index] ?? ''
    rows[index] = kind === 'block' ? line : withoutMarks(line)
  }
}

/** @param {string} line @returns {string} */
function withoutMarks(line) {
  return line
    .replace(/^<!-- docs: (?:with|then)/, (marks) => ' '.repeat(marks.length))
    .replace(/\s*-->\s*$/, '')
}

// @ts-check

/**
 * A fenced block, or what a `docs:` comment says. Lines count from 0; `first` to `last` hold what is written, without fences.
 *
 * @typedef {object} Part
 * @property {'block' | 'with' | 'then' | 'continues' | 'file' | 'elsewhere' | 'not run:'} kind
 * @property {string} words the block's language, or what follows the first word of a comment
 * @property {number} first
 * @property {number} last
 */

const FENCE = /^\s*(?<ticks>`{3,})(?<language>[\w-]*)/
const COMMENT =
  /^<!-- docs: (?<kind>with|then|continues|file|elsewhere|not run:)(?:\s+(?<words>[\s\S]+?))?\s*-->$/

/**
 * The fenced blocks and the `docs:` comments of a document, in order.
 *
 * @param {string} document its path, for messages
 * @param {readonly string[]} lines
 * @returns {Part[]}
 */
export function partsOf(document, lines) {
  /** @type {Part[]} */
  const parts = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const { ticks, language = '' } = FENCE.exec(line)?.groups ?? {}
    if (ticks !== undefined) {
      const end = endOf(lines, index + 1, ticks)
      if (end === lines.length) throw problem(document, index, 'this block does not end')
      parts.push({ kind: 'block', words: language, first: index + 1, last: end - 1 })
      index = end
    } else if (line.startsWith('<!-- docs:')) {
      const last = endOf(lines, index, '-->')
      parts.push({ ...comment(document, lines, index, last), first: index, last })
      index = last
    }
  }
  return parts
}

/**
 * @param {string} document
 * @param {readonly string[]} lines
 * @param {number} first
 * @param {number} last
 * @returns {Pick<Part, 'kind' | 'words'>}
 */
function comment(document, lines, first, last) {
  const text = lines.slice(first, last + 1).join('\n')
  const { kind, words = '' } = COMMENT.exec(text.trimEnd())?.groups ?? {}
  if (kind === undefined || (words === '') !== (kind === 'continues')) {
    const forms =
      '`with CODE`, `then CODE`, `continues`, `file NAME`, `elsewhere FILE` or `not run: REASON`'
    throw problem(document, first, `write ${forms} into this comment, and end it`)
  }
  return { kind: /** @type {Part['kind']} */ (kind), words }
}

/**
 * @param {readonly string[]} lines
 * @param {number} from
 * @param {string} mark
 * @returns {number} the line that ends with the mark, or the number of lines
 */
function endOf(lines, from, mark) {
  const found = lines.findIndex((line, index) => index >= from && line.trimEnd().endsWith(mark))
  return found === -1 ? lines.length : found
}

/**
 * @param {string} document
 * @param {number} line from 0
 * @param {string} message
 * @returns {Error}
 */
export function problem(document, line, message) {
  return new Error(`${document}:${line + 1}: ${message}`)
}
